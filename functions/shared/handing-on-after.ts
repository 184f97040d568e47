/** What follows when departments or people change: the open tasks of these departments are handed on at once. */
import type { IndexName } from '@gongkai/domain/indexes.ts';
import { type DepartmentData, officeId, type Person, roles } from '@gongkai/domain/organisation.ts';
import type { Actor } from '@gongkai/domain/history.ts';
import type { Task } from '@gongkai/domain/task.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { type HandingDeps, handOn, type Outcome } from './handing-on.ts';
import { freshOrganisation } from './organisation.ts';
import { tasks } from './stores.ts';

/** Of one (department, role), and of the county for the office; what is beyond is the clock-watcher's. */
const atOnce = 200;

/** `before`: how these departments were. */
export async function handOnAfter(
  deps: HandingDeps,
  before: readonly DepartmentData[],
  by: Actor,
): Promise<Outcome> {
  const organisation = await freshOrganisation(deps);
  const open = new Map<string, Task>();
  // What had gone to the office may come back.
  for (const id of new Set([...before.map((d) => d.id), officeId]))
    for (const task of await openTasksOf(deps.table, id)) open.set(task.id, task);
  return handOn(deps, [...open.values()], { organisation, by, people: peopleOf(before) });
}

/** The office is asked for the tasks of any department whose only other person is the author. */
async function openTasksOf(table: Table, department: string): Promise<Task[]> {
  const queries: [IndexName, string][] = roles.map((role) => ['tasks-by-assignee', `${department}#${role}`]);
  if (department === officeId) queries.push(['tasks-by-attention', 'open']);
  const pages = await Promise.all(
    queries.map(([index, partition]) => tasks(table).query(index, { partition, limit: atOnce })),
  );
  return pages.flatMap((p) => p.items);
}

export const peopleOf = (departments: readonly DepartmentData[]): Map<string, Person> =>
  new Map(departments.flatMap((d) => d.people.map((p) => [p.id, p])));
