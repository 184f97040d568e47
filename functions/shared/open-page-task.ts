/**
 * Opening and closing tasks for which no workflow waits. They are named for what they are about and its round, so
 * that a repeat opens none twice.
 */
import type { Deadline } from '@gongkai/domain/deadline.ts';
import { type Actor, append, system } from '@gongkai/domain/history.ts';
import { officeId } from '@gongkai/domain/organisation.ts';
import { type PageTaskKind, type Task, taskAssignee, taskKindName } from '@gongkai/domain/task.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { firstAttention } from './attention.ts';
import { recipients } from './new-task.ts';
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
  deps: Pick<DepsWithoutFiles, 'table' | 'clock' | 'calendar' | 'mail' | 'settings'>,
  { department, author = '', revision = 0, attentionAt, ...wanted }: Wanted,
): Promise<void> {
  const now = deps.clock.now();
  const { role } = taskAssignee[wanted.task];
  const organisation = await loadOrganisation(deps);
  const { value: task } = await tasks(deps.table).createOnce({
    ...wanted,
    kind: 'task',
    version: 0,
    state: 'open',
    revision,
    department: organisation.holders(department, role).length > 0 ? department : officeId,
    role,
    author,
    attentionAt: attentionAt ?? firstAttention(await deps.calendar(), deps.settings.reviewTimes[role], now),
    remindersSent: 0,
    escalated: false,
    links: [],
    linkRound: 1,
    token: '',
    createdAt: now.toISOString(),
    history: append([], {
      at: now.toISOString(),
      actor: system,
      action: 'opened',
      to: 'open',
      reason: taskKindName[wanted.task],
    }),
  });
  // The mail's id keeps a repeat from sending it again.
  if (task.state === 'open')
    for (const { person } of recipients(task, organisation))
      await deps.mail.send(pageTaskMail(deps.settings, task, person));
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
