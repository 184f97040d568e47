/** The tasks waiting for one person: of their own roles, of those they stand in for, and those handed to them. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { type Membership, officeId, type Organisation, roles } from '@gongkai/domain/organisation.ts';
import { isDocumentTask, type Task } from '@gongkai/domain/task.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { documents, tasks } from '../../shared/stores.ts';
import { mayDecide } from '../../shared/who-may.ts';

export interface MyTask {
  task: Task;
  /** Absent for a task that is done on a page of its own. */
  document?: GovDocument | undefined;
  /** Person id of whose task it is. */
  onBehalfOf?: string | undefined;
}

/** Of one (department, role); there are rarely more than a dozen open at once. */
const perAssignee = 100;
/** Of the whole county. */
const mostOpen = 500;

/** Most urgent first. `more`: some were left out. */
export async function myTasks(
  { table }: Pick<Deps, 'table'>,
  me: Membership,
  organisation: Organisation,
): Promise<{ items: MyTask[]; more: boolean }> {
  const pages = await Promise.all(
    assignees(me, organisation).map((partition) =>
      tasks(table).query('tasks-by-assignee', { partition, limit: perAssignee }),
    ),
  );
  const open = [...pages.flatMap((p) => p.items), ...(await forWantOfOthers(table, me))];
  const subjects = await documents(table).getMany([
    ...new Set(open.filter((t) => isDocumentTask(t)).map((t) => t.subject)),
  ]);
  const documentOf = new Map(subjects.map((d) => [d.id, d]));
  const items = open.flatMap((task) => {
    const document = documentOf.get(task.subject);
    if (!document && isDocumentTask(task)) return [];
    const permission = mayDecide(task, document, me, organisation);
    return permission.allowed ? [{ task, document, onBehalfOf: permission.actor.onBehalfOf }] : [];
  });
  return {
    items: items.toSorted((a, b) => a.task.due.date.localeCompare(b.task.due.date)),
    more: pages.some((p) => p.next !== undefined),
  };
}

/**
 * Tasks of departments whose only holder of the role is the author are mailed to the editors of the county office;
 * they stand in the department's part of the index all the same.
 */
async function forWantOfOthers(table: Table, me: Membership): Promise<Task[]> {
  if (me.department.id !== officeId || !me.person.roles.includes('office-editor')) return [];
  const { items } = await tasks(table).query('tasks-by-attention', { partition: 'open', limit: mostOpen });
  return items.filter((t) => t.department !== officeId && t.links.some((l) => l.person === me.person.id));
}

/** Index partitions to look into. A delegate is of the task's department, so every role there. */
function assignees(me: Membership, organisation: Organisation): string[] {
  const represented = organisation.people().filter((m) => m.person.deputy === me.person.id);
  return [
    ...new Set([
      ...roles.map((role) => `${me.department.id}#${role}`),
      ...represented.flatMap((m) => m.person.roles.map((role) => `${m.department.id}#${role}`)),
    ]),
  ];
}
