/** A task as it is opened, with the hashes of the links that are mailed, and who they are mailed to. */
import { append, system } from '@gongkai/domain/history.ts';
import { type Membership, officeId, type Organisation } from '@gongkai/domain/organisation.ts';
import { type Task, taskKindName } from '@gongkai/domain/task.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { hashOf } from '@gongkai/platform/links.ts';

type Facts = Pick<
  Task,
  | 'id'
  | 'task'
  | 'subject'
  | 'revision'
  | 'title'
  | 'contentHash'
  | 'department'
  | 'role'
  | 'author'
  | 'due'
  | 'attentionAt'
  | 'token'
> &
  Partial<Pick<Task, 'note' | 'interpretationId'>>;

export function newTask(
  { clock, links }: Pick<DepsWithoutFiles, 'clock' | 'links'>,
  organisation: Organisation,
  facts: Facts,
): Task {
  const at = clock.now().toISOString();
  const task: Task = {
    ...facts,
    kind: 'task',
    version: 0,
    state: 'open',
    remindersSent: 0,
    escalated: false,
    links: [],
    linkRound: 1,
    createdAt: at,
    history: append([], {
      at,
      actor: system,
      action: 'opened',
      to: 'open',
      reason: taskKindName[facts.task],
    }),
  };
  return {
    ...task,
    links: recipients(task, organisation).map(({ person }) => linkFor({ links }, task, person.id)),
  };
}

type Linked = Pick<Task, 'id' | 'linkRound'>;

/** The secret part of the link to this task that this person is mailed. */
export const opaqueFor = ({ links }: Pick<DepsWithoutFiles, 'links'>, task: Linked, person: string): string =>
  links.opaqueId('task', task.id, person, task.linkRound);

export const linkFor = (
  deps: Pick<DepsWithoutFiles, 'links'>,
  task: Linked,
  person: string,
): Task['links'][number] => ({ person, hash: hashOf(opaqueFor(deps, task, person)) });

/** A department without anybody in a role hands the task to the county office. */
export const whoHas = (organisation: Organisation, department: string, role: Task['role']): string =>
  organisation.holders(department, role).length > 0 ? department : officeId;

/** The author is not asked to judge their own work; somebody else of the role, or a deputy, is. */
export function recipients(task: Task, organisation: Organisation): Membership[] {
  const holders = organisation.holders(task.department, task.role);
  if (task.task === 'interpret') return holders;
  const others = holders.filter((m) => m.person.id !== task.author);
  if (others.length > 0) return others;
  const deputies = holders.flatMap((m) => organisation.deputyOf(m.person.id) ?? []);
  return deputies.length > 0 ? deputies : organisation.holders(officeId, 'office-editor');
}
