/**
 * Open tasks are with whom the rules name today. When somebody left or lost the role, one conditional write of the
 * task takes their link away and gives it to who is left; whoever got it is mailed once.
 */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { type Actor, append } from '@gongkai/domain/history.ts';
import { officeId, type Organisation, type Person } from '@gongkai/domain/organisation.ts';
import { isDocumentTask, type Task, taskAssignee } from '@gongkai/domain/task.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { eachToItsEnd } from './each-to-its-end.ts';
import { taskMail } from './mails.ts';
import { linkFor, opaqueFor, recipients, whoHas } from './new-task.ts';
import { pageTaskMail } from './page-task-mails.ts';
import { ownerOfTask } from './page-tasks.ts';
import { documents, tasks } from './stores.ts';
import { delegationHolds, mayDecide } from './who-may.ts';

export type HandingDeps = Pick<DepsWithoutFiles, 'table' | 'clock' | 'mail' | 'links' | 'settings'>;

export interface Change {
  organisation: Organisation;
  /** In whose name the history says so. */
  by: Actor;
  /** People by id, those who left included. */
  people: ReadonlyMap<string, Person>;
}

export interface Outcome {
  /** With somebody else now. */
  handed: Task[];
  /** Among them, what nobody may decide as things stand. */
  left: Task[];
}

const action = 'handed-on';

/** Grows whenever who may decide the task is to be asked anew. */
export const timesHandedOn = ({ history }: Pick<Task, 'history'>): number =>
  history.filter((h) => h.action === action).length;

/** Safe to run twice: mails keep their ids, and a task that is where it belongs is not written. */
export async function handOn(deps: HandingDeps, open: readonly Task[], change: Change): Promise<Outcome> {
  const subjects = await documents(deps.table).getMany([
    ...new Set(open.filter((t) => isDocumentTask(t)).map((t) => t.subject)),
  ]);
  const documentOf = new Map(subjects.map((d) => [d.id, d]));
  const result: Outcome = { handed: [], left: [] };
  await eachToItsEnd(open, async (before) => {
    const document = documentOf.get(before.subject);
    const task = await tasks(deps.table).update(before.id, (t) => handedOn(deps, t, document, change));
    if (task.state !== 'open' || timesHandedOn(task) === 0) return;
    await mailToAll(deps, task, document, change.organisation);
    if (timesHandedOn(task) === timesHandedOn(before)) return;
    result.handed.push(task);
    if (!canBeDecided(task, document, change.organisation)) result.left.push(task);
  });
  return result;
}

/** The same task when nobody who was asked is out. Who comes to the role finds it in the list. */
export function handedOn(
  deps: Pick<HandingDeps, 'links' | 'clock'>,
  task: Task,
  document: GovDocument | undefined,
  { organisation, by, people }: Change,
): Task {
  if (task.state !== 'open') return task;
  const { delegatedTo, ...rest } = task;
  const department = whoHas(organisation, homeOf(task, document), task.role);
  const delegated = delegationHolds({ ...task, department }, organisation);
  const placed: Task = { ...rest, department, ...(delegated && delegatedTo ? { delegatedTo } : {}) };
  const now = new Set(recipients(placed, organisation).map((m) => m.person.id));
  if (placed.delegatedTo) now.add(placed.delegatedTo.person);
  const before = new Set(task.links.map((l) => l.person));
  const lost = [...before].filter((id) => !now.has(id));
  const gained = [...now].filter((id) => !before.has(id));
  const comesBack = before.size === 0 && now.size > 0 && wasLeft(task);
  if (department === task.department && lost.length === 0 && !comesBack) return task;
  const names = (ids: Iterable<string>): string =>
    [...ids].map((id) => people.get(id)?.name ?? organisation.personName(id)).join('、');
  const out = lost.length > 0 ? `${names(lost)}不再办理，` : '';
  const to = gained.length > 0 ? `转由${names(gained)}办理` : `仍由${names(now)}办理`;
  return {
    ...placed,
    links: [...task.links.filter((l) => now.has(l.person)), ...gained.map((id) => linkFor(deps, placed, id))],
    history: append(task.history, {
      at: deps.clock.now().toISOString(),
      actor: by,
      action,
      reason: `${out}${now.size > 0 ? to : '现在没有人可以办理'}`,
    }),
  };
}

/** Without links alone says nothing: tasks of pages had none once. */
const wasLeft = (task: Task): boolean => isDocumentTask(task) || timesHandedOn(task) > 0;

/** Whose task it is by its kind, wherever it went for want of people. */
function homeOf(task: Task, document: GovDocument | undefined): string {
  if (taskAssignee[task.task].at === 'office') return officeId;
  if (!isDocumentTask(task)) return ownerOfTask(task);
  return document?.department ?? task.department;
}

/** By anybody, as things stand. */
export const canBeDecided = (
  task: Task,
  document: GovDocument | undefined,
  organisation: Organisation,
): boolean =>
  // The office does not write what it judges.
  task.task === 'file-catalogue'
    ? organisation.holders(ownerOfTask(task), task.role).length > 0
    : organisation.people().some((m) => mayDecide(task, document, m, organisation).allowed);

async function mailToAll(
  deps: HandingDeps,
  task: Task,
  document: GovDocument | undefined,
  organisation: Organisation,
): Promise<void> {
  await eachToItsEnd(task.links, async ({ person: id }) => {
    const person = organisation.person(id)?.person;
    if (!person) return;
    if (!isDocumentTask(task)) await deps.mail.send(pageTaskMail(deps.settings, task, person));
    else if (document) {
      const opaque = opaqueFor(deps, task, id);
      await deps.mail.send(taskMail(deps.settings, { task, document, person, opaque, handedOn: true }));
    }
  });
}
