/**
 * Plays the people of a trial place by script: hands documents in the way the form does and decides tasks the way
 * the pages do. Looks only at what is stored, so it can be killed and started again at any moment.
 */
import { decideTask } from '@gongkai/functions/shared/decide.ts';
import { type Findings, loadFindings } from '@gongkai/functions/shared/findings-file.ts';
import { loadOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { documents, tasks } from '@gongkai/functions/shared/stores.ts';
import { postsFor, submitForm, type UploadForm } from '@gongkai/functions/portal/upload/submit-form.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Membership } from '@gongkai/domain/organisation.ts';
import { type DocumentTask, isDocumentTask, type Task } from '@gongkai/domain/task.ts';
import type { PresignedPost } from '@gongkai/platform/ports.ts';
import type { Place } from './place.ts';

export interface HandIn {
  clerk: string;
  form: UploadForm;
  files: readonly { name: string; body: Uint8Array }[];
}

type Answer = Pick<
  Parameters<typeof decideTask>[1],
  'outcome' | 'reason' | 'attribute' | 'ground' | 'cuts' | 'dismissed' | 'interpretation'
>;
/** What the script answers to a task; undefined leaves it alone. */
export type Script = (
  task: DocumentTask,
  document: GovDocument,
  findings: Findings['findings'],
) => Answer | undefined;

/** Form, then one presigned POST per file through the same handler a browser talks to. */
export async function handIn(place: Place, { clerk, form, files }: HandIn): Promise<string> {
  const person = await personOf(place, clerk);
  const { documentId, posts } = await submitForm(place.deps, {
    person,
    form,
    files: files.map(({ name, body }) => ({ name, size: body.byteLength })),
  });
  for (const [i, file] of files.entries()) await post(place, posts[i]!, file.body);
  return documentId;
}

/** Sends again what an interrupted hand-in did not. */
export async function resume(place: Place, document: GovDocument, files: HandIn['files']): Promise<void> {
  for (const { file, post: signed } of await postsFor(place.deps, document))
    await post(place, signed, files[file.slot]!.body);
}

export async function post(
  place: Pick<Place, 'inbox'>,
  { url, fields }: PresignedPost,
  body: Uint8Array,
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(body)], { type: 'application/octet-stream' }), 'file');
  const response = await place.inbox(new Request(url, { method: 'POST', body: form }));
  if (!response.ok) throw new Error(`upload refused: ${response.status} ${await response.text()}`);
}

/** Decides every open task the script has an answer for. Returns how many it decided. */
export async function decideOpenTasks(place: Place, script: Script): Promise<number> {
  const { items } = await tasks(place.deps.table).query('tasks-by-attention', {
    partition: 'open',
    limit: 500,
  });
  let decided = 0;
  for (const task of items) {
    if (!isDocumentTask(task)) continue;
    const document = await documents(place.deps.table).need(task.subject);
    const answer = script(task, document, await findingsOf(place, task));
    if (!answer) continue;
    await decideTask(place.deps, {
      taskId: task.id,
      person: await whoDecides(place, task, document),
      contentHash: task.contentHash,
      ...answer,
    });
    decided++;
  }
  return decided;
}

async function findingsOf(place: Place, task: Task): Promise<Findings['findings']> {
  if (task.task !== 'secrecy-review') return [];
  return (await loadFindings(place.deps.files, task.subject, task.revision)).findings;
}

/** Somebody the task was mailed to, other than the author unless it is the author's own work. */
async function whoDecides(place: Place, task: Task, document: GovDocument): Promise<Membership> {
  const gave = new Set(document.approvals.map((a) => a.actor.id));
  const mailed = task.links.map((l) => l.person);
  return personOf(place, mailed.find((id) => !gave.has(id)) ?? mailed[0]!);
}

async function personOf(place: Place, id: string): Promise<Membership> {
  const membership = (await loadOrganisation(place.deps)).person(id);
  if (!membership) throw new Error(`no person ${id} in the demo county`);
  return membership;
}
