/** What people must do about the catalogue. Tasks are named for part and round, so a repeated step opens none twice. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { CatalogueField } from '@gongkai/domain/catalogue-field.ts';
import { type CataloguePart, partId } from '@gongkai/domain/catalogue-part.ts';
import type { Deadline } from '@gongkai/domain/deadline.ts';
import { type Actor, append, system } from '@gongkai/domain/history.ts';
import { type Membership, officeId, type Organisation } from '@gongkai/domain/organisation.ts';
import { type CatalogueTaskKind, type Task, taskAssignee, taskKindName } from '@gongkai/domain/task.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { firstAttention } from './attention.ts';
import { filingAttention } from './filing-attention.ts';
import { catalogueTaskMail } from './catalogue-mails.ts';
import { loadFields, forgetFields } from './catalogue-columns.ts';
import { loadOrganisation } from './organisation.ts';
import { catalogueFields, tasks } from './stores.ts';

type Needs = Pick<DepsWithoutFiles, 'table' | 'clock' | 'calendar' | 'mail' | 'settings'>;

const fileTaskId = (part: string, round: number): string => `${part}-file-${round}`;
const reviewTaskId = (part: string, revision: number): string => `${part}-review-${revision}`;

/** Fields whose round was opened and whose departments have not been asked yet. */
export async function openFilingTasks(deps: Needs): Promise<void> {
  for (const field of await loadFields(deps)) {
    if (!field.round || field.round.opened) continue;
    for (const department of field.departments) await askToFile(deps, field, department);
    await catalogueFields(deps.table).update(field.id, (f) =>
      f.round?.number === field.round!.number ? { ...f, round: { ...f.round, opened: true } } : f,
    );
    forgetFields(deps.table);
  }
}

async function askToFile(
  deps: Needs,
  { id, name, round }: CatalogueField,
  department: string,
): Promise<void> {
  const part = partId(id, department);
  await open(deps, {
    id: fileTaskId(part, round!.number),
    task: 'file-catalogue',
    subject: part,
    title: `${name}领域公开事项目录`,
    department,
    contentHash: '',
    due: round!.due,
  });
}

/** The department has filed: what it was asked for is done. */
export async function closeFiling(
  deps: Needs,
  { round }: CatalogueField,
  { id, filed }: CataloguePart,
): Promise<void> {
  if (!filed || !round) return;
  const task = await tasks(deps.table).get(fileTaskId(id, round.number));
  // An earlier filing answers no later round.
  if (!task || filed.at < task.createdAt) return;
  await decide(deps, task.id, {
    outcome: 'submit',
    ...filed,
    contentHash: filed.sha256,
  });
}

/** The office's turn. */
export async function askToReview(deps: Needs, field: CatalogueField, part: CataloguePart): Promise<void> {
  const { filed } = part;
  if (!filed) return;
  const calendar = await deps.calendar();
  const organisation = await loadOrganisation(deps);
  const name = organisation.departmentName(part.department);
  await open(deps, {
    id: reviewTaskId(part.id, part.revision),
    task: 'review-catalogue',
    subject: part.id,
    title: `${name}：${field.name}领域公开事项目录`,
    department: officeId,
    contentHash: filed.sha256,
    due: calendar.deadline(localDate(filed.at), deps.settings.reviewTimes['office-editor'].answerWithin),
  });
}

interface Judged {
  outcome: string;
  actor: Actor;
  at: string;
  reason?: string;
  contentHash: string;
}

/** After the office has judged. A returned part is asked for again, with what is left of the time. */
export async function closeReview(deps: Needs, part: CataloguePart, judged: Judged): Promise<void> {
  await decide(deps, reviewTaskId(part.id, part.revision), judged);
}

interface Wanted {
  id: string;
  task: CatalogueTaskKind;
  subject: string;
  title: string;
  department: string;
  contentHash: string;
  due: Deadline;
  note?: string;
}

export async function open(deps: Needs, { department, ...wanted }: Wanted): Promise<void> {
  const now = deps.clock.now();
  const { role } = taskAssignee[wanted.task];
  const organisation = await loadOrganisation(deps);
  const assigned = organisation.holders(department, role).length > 0 ? department : officeId;
  const calendar = await deps.calendar();
  const wantedTask: Task = {
    ...wanted,
    kind: 'task',
    version: 0,
    state: 'open',
    revision: 0,
    department: assigned,
    role,
    author: '',
    attentionAt:
      wanted.task === 'file-catalogue'
        ? filingAttention(calendar, { due: wanted.due, escalated: false }, now)
        : firstAttention(calendar, deps.settings.reviewTimes[role], now),
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
  };
  const { value: task } = await tasks(deps.table).createOnce(wantedTask);
  // The mail's id keeps a repeat from sending it again.
  if (task.state === 'open')
    for (const { person } of recipients(task, organisation))
      await deps.mail.send(catalogueTaskMail(deps.settings, task, person));
}

export const recipients = (
  task: Pick<Task, 'department' | 'role'>,
  organisation: Organisation,
): Membership[] => {
  const holders = organisation.holders(task.department, task.role);
  return holders.length > 0 ? holders : organisation.holders(officeId, 'office-editor');
};

/** Nothing waits for it but the list: absent or decided already is fine. */
async function decide(
  { table }: Needs,
  id: string,
  { outcome, actor, at, reason, contentHash }: Judged,
): Promise<void> {
  if (!(await tasks(table).get(id))) return;
  await tasks(table).update(id, (task) =>
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
