/**
 * Opening and closing tasks for which no workflow waits. They are named for what they are about and its round, so
 * that a repeat opens none twice.
 */
import type { Deadline } from '@gongkai/domain/deadline.ts';
import { type Actor, append } from '@gongkai/domain/history.ts';
import { type PageTaskKind, type Task, taskAssignee } from '@gongkai/domain/task.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { firstAttention } from './attention.ts';
import { eachToItsEnd } from './each-to-its-end.ts';
import { newTask, recipients, whoHas } from './new-task.ts';
import { loadOrganisation } from './organisation.ts';
import { pageTaskMail } from './page-task-mails.ts';
import { tasks } from './stores.ts';

interface Wanted {
  id: string;
  task: PageTaskKind;
  subject: string;
  title: string;
  department: string;
  contentHash: string;
  due: Deadline;
  /** Who may not be the one to do it. */
  author?: string;
  revision?: number;
  /** When the clock-watcher looks first; as for every review of the role when absent. */
  attentionAt?: string;
}

/** Asks whoever has the role there, or the county office where nobody has. */
export async function openPageTask(
  deps: Pick<DepsWithoutFiles, 'table' | 'clock' | 'calendar' | 'mail' | 'links' | 'settings'>,
  { department, author = '', revision = 0, attentionAt, ...wanted }: Wanted,
): Promise<void> {
  const now = deps.clock.now();
  const { role } = taskAssignee[wanted.task];
  const organisation = await loadOrganisation(deps);
  const { value: task } = await tasks(deps.table).createOnce(
    newTask(deps, organisation, {
      ...wanted,
      revision,
      department: whoHas(organisation, department, role),
      role,
      author,
      attentionAt: attentionAt ?? firstAttention(await deps.calendar(), deps.settings.reviewTimes[role], now),
      token: '',
    }),
  );
  // The mail's id keeps a repeat from sending it again.
  if (task.state === 'open')
    await eachToItsEnd(recipients(task, organisation), ({ person }) =>
      deps.mail.send(pageTaskMail(deps.settings, task, person)),
    );
}

export interface Judged {
  outcome: string;
  actor: Actor;
  at: string;
  reason?: string;
  contentHash: string;
}

/** Nothing waits for it but the list: absent or decided already is fine. */
export async function closePageTask(
  { table }: Pick<DepsWithoutFiles, 'table'>,
  id: string,
  { outcome, actor, at, reason, contentHash }: Judged,
): Promise<void> {
  if (!(await tasks(table).get(id))) return;
  await tasks(table).update(id, (task): Task =>
    task.state === 'open'
      ? {
          ...task,
          state: 'decided',
          closedAt: at,
          decision: { outcome, actor, at, contentHash, ...(reason ? { reason } : {}) },
          history: append(task.history, {
            at,
            actor,
            action: `${task.task}:${outcome}`,
            from: 'open',
            to: 'decided',
            ...(reason ? { reason } : {}),
          }),
        }
      : task,
  );
}
