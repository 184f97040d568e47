/**
 * Weeks of a county on ports that fail: documents come in, people decide, ask for changes, decide at the same time
 * and twice, take down; events come again and late. Whoever meets an error tries again, as people do.
 */
import { createReceiveUpload } from '@gongkai/functions/receive-upload/receive-upload.ts';
import { decideTask } from '@gongkai/functions/shared/decide.ts';
import { loadOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { documents, tasks } from '@gongkai/functions/shared/stores.ts';
import { importOrganisation } from '@gongkai/functions/shared/organisation-file.ts';
import { demoCounty } from '@gongkai/cli/demo-county.ts';
import { type OfficialDocument, officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { demoScript, sourceOf } from '@gongkai/cli/demo-script.ts';
import { handIn, resume } from '@gongkai/cli/driver.ts';
import { WrongState } from '@gongkai/domain/errors.ts';
import { openPlace, type Place } from '@gongkai/cli/place.ts';
import { writePlaceFile } from '@gongkai/cli/folder.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import { type DocumentTask, isDocumentTask, type Task } from '@gongkai/domain/task.ts';
import { inboxKey } from '@gongkai/events/upload.ts';
import { loadFindings } from '@gongkai/functions/shared/findings-file.ts';
import { monday } from '../support/trial.ts';
import { type Faults, isTrouble } from './faulty.ts';

export interface County {
  place: Place;
  /** Ids of documents whose upload was answered as complete. */
  accepted: string[];
  /** Ids of mails as they went out. */
  mailed: string[];
  /** Nothing is delivered while it is down; the sender does not notice. */
  mailServer: { down: boolean };
  reopen: () => Place;
}

const url = 'http://localhost:8080';

/** What people do next; each number is one choice. */
export type Choices = () => number;

/** Set up without faults; these begin when everything stands. */
export async function openCounty(folder: string, faults: Faults): Promise<County> {
  const mailed: string[] = [];
  const mailServer = { down: false };
  const settings = settingsSchema.parse({
    siteUrl: url,
    portalUrl: `${url}/portal`,
    mailFrom: 'gongkai@county.demo',
  });
  writePlaceFile(folder, { mode: 'trial', settings });
  const open = (around: (deps: Deps) => Deps): Place =>
    openPlace({
      folder,
      settings,
      inboxUrl: `${url}/inbox`,
      movableClock: true,
      deliver: () => async (mail) => {
        if (mailServer.down) throw new Error('the mail server does not answer');
        mailed.push(mail.id);
      },
      around,
    });
  const first = open((deps) => deps);
  first.startClockAt(monday);
  await importOrganisation(first.deps, JSON.stringify(demoCounty), system);
  await first.buildSite();
  await first.close();
  return { place: open(faults.around), accepted: [], mailed, mailServer, reopen: () => open(faults.around) };
}

export async function liveThrough(
  county: County,
  sources: readonly number[],
  choose: Choices,
): Promise<void> {
  for (const i of sources) await submit(county, officialDocuments[i % officialDocuments.length]!, choose);
  for (let round = 0; round < 60; round++) {
    await patiently(() => county.place.settle());
    const busy = await decideSome(county, choose);
    if (!busy && choose() % 4 === 0) await takeDownOne(county.place);
    if (choose() % 5 === 0) await repeatAnEvent(county);
    if (choose() % 6 === 0) await correctOne(county);
    if (choose() % 8 === 0) await restart(county);
    if (choose() % 10 === 0) county.mailServer.down = !county.mailServer.down;
    const days = choose() % 50 === 0 ? 400 : 3;
    const now = county.place.deps.clock.now();
    await patiently(() => county.place.advanceOnce(new Date(now.getTime() + days * 86_400_000)));
  }
}

/** Without faults, until nothing more happens for a month: what was disturbed has come to its end. */
export async function comeToRest({ place, mailServer }: County): Promise<void> {
  mailServer.down = false;
  await place.settle();
  for (let quiet = 0; quiet < 2;) {
    // What a fortnight brings is decided at its end, that of the last one, too.
    await place.advanceTo(new Date(place.deps.clock.now().getTime() + 15 * 86_400_000));
    await place.settle();
    quiet = (await decideAll(place)) === 0 ? quiet + 1 : 0;
  }
}

/** As a person who reloads the page. Errors that are no passing trouble are bugs, and end the test. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await act();
    } catch (error) {
      if (tries === 50 || !isTrouble(error)) throw error;
    }
}

async function submit(county: County, source: OfficialDocument, choose: Choices): Promise<void> {
  const { department, ...declared } = source.declared;
  const files = [{ name: source.fileName, body: Buffer.from(source.text) }];
  const form = { title: '', ...declared, ...(choose() % 3 === 0 ? { needsInterpretation: true } : {}) };
  const id = await patiently(() => handIn(county.place, { clerk: `${department}-clerk`, form, files }));
  county.accepted.push(id);
}

/** Some of what is open: by the script, sometimes returned, sometimes by two people at once or once more. */
async function decideSome({ place }: County, choose: Choices): Promise<boolean> {
  const open = await patiently(() => openTasks(place));
  for (const task of open) {
    const choice = choose();
    if (choice % 5 === 0) continue;
    const answer =
      choice % 11 === 1 && task.task !== 'interpret' && task.task !== 'reassess'
        ? { outcome: 'return', reason: '请核对后重新提交。' }
        : await patiently(() => scripted(place, task));
    if (!answer) continue;
    const decide = () => patiently(() => decideAs(place, task, answer));
    await (choice % 7 === 0 ? Promise.all([decide(), decide()]) : decide());
  }
  return open.length > 0;
}

async function decideAll(place: Place): Promise<number> {
  const open = await openTasks(place);
  for (const task of open) {
    const answer = await scripted(place, task);
    if (answer) await decideAs(place, task, answer);
  }
  return open.length;
}

const openTasks = async (place: Place): Promise<DocumentTask[]> =>
  (await tasks(place.deps.table).query('tasks-by-attention', { partition: 'open', limit: 500 })).items.filter(
    (task) => isDocumentTask(task),
  );

async function scripted(place: Place, task: DocumentTask): Promise<ReturnType<typeof demoScript>> {
  const document = await documents(place.deps.table).need(task.subject);
  const findings =
    task.task === 'secrecy-review'
      ? (await loadFindings(place.deps.files, task.subject, task.revision)).findings
      : [];
  return demoScript(task, document, findings);
}

async function decideAs(
  place: Place,
  task: Task,
  answer: NonNullable<ReturnType<typeof demoScript>>,
): Promise<unknown> {
  const document = await documents(place.deps.table).need(task.subject);
  const gave = new Set(document.approvals.map((a) => a.actor.id));
  const mailed = task.links.map((l) => l.person);
  const id = mailed.find((m) => !gave.has(m)) ?? mailed[0]!;
  const person = (await loadOrganisation(place.deps)).person(id)!;
  return decideTask(place.deps, { taskId: task.id, person, contentHash: task.contentHash, ...answer });
}

/** What came back is mended and handed in anew, as the next revision. */
async function correctOne({ place }: County): Promise<void> {
  const [returned] = await patiently(() => inState(place, 'returned'));
  if (!returned) return;
  const { title, declared, author, files } = returned;
  const source = officialDocuments.find((o) => o.id === sourceOf(returned))!;
  const body = Buffer.from(`${source.text}\n更正后的第 ${returned.revision + 1} 版。`);
  const form = { title, ...declared, document: returned.id };
  const hand = { clerk: author, form, files: files.slice(0, 1).map(({ name }) => ({ name, body })) };
  try {
    await patiently(() => handIn(place, hand));
  } catch (error) {
    // The form was stored before the answer was lost: what it waits for is sent from the document's page.
    if (!(error instanceof WrongState)) throw error;
    const opened = await patiently(() => documents(place.deps.table).need(returned.id));
    await patiently(() => resume(place, opened, hand.files));
  }
}

async function restart(county: County): Promise<void> {
  await county.place.close();
  county.place = county.reopen();
}

async function takeDownOne(place: Place): Promise<void> {
  const [document] = await patiently(() => inState(place, 'published'));
  if (!document) return;
  const actor = { id: 'county-office-editor', name: '王审核', role: 'office-editor' };
  await patiently(() =>
    place.deps.workflow.start('withdrawal', `${document.id}-withdrawal`, {
      documentId: document.id,
      reason: '附件有误',
      actor,
    }),
  );
}

export const inState = (place: Place, state: string): Promise<GovDocument[]> =>
  Array.fromAsync(documents(place.deps.table).all('documents-by-state', state));

/** Storage tells of an upload once more, long after. */
async function repeatAnEvent({ place, accepted }: County): Promise<void> {
  const id = accepted[0]!;
  const event = { detail: { object: { key: inboxKey(id, 1, 0), size: 1, sequencer: '0' } } };
  await patiently(() => createReceiveUpload(place.deps)(event));
}
