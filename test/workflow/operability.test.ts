/** What a running place tells about itself, and what it never tells. */
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { demoCounty } from '@gongkai/cli/demo-county.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { demoStart, runDemo } from '@gongkai/cli/demo.ts';
import { handIn, post } from '@gongkai/cli/driver.ts';
import type { Health } from '@gongkai/cli/health.ts';
import { createHandler } from '@gongkai/cli/server.ts';
import { openTrial } from '@gongkai/cli/trial.ts';
import { submitForm } from '@gongkai/functions/portal/upload/submit-form.ts';
import { loadOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { openDatabase } from '@gongkai/platform/embedded/database.ts';
import { hashOf } from '@gongkai/platform/links.ts';
import { openTestTrial, temporaryFolder } from '../support/trial.ts';

interface Line {
  step: string;
  outcome: string;
  durationMs: number;
  documentId?: string;
  taskId?: string;
}

const day = 86_400_000;
const later = (from: Date, days: number): Date => new Date(from.getTime() + days * day);
const get = (path: string): Request => new Request(`http://localhost:8080${path}`);

async function healthOf(opened: Awaited<ReturnType<typeof openTestTrial>>): Promise<Health> {
  const response = await createHandler(opened.place)(get('/healthz'));
  expect(response.status).toBe(200);
  return (await response.json()) as Health;
}

async function handInOne({ place }: Awaited<ReturnType<typeof openTestTrial>>, id: string): Promise<string> {
  const { fileName, text, declared } = officialDocuments.find((d) => d.id === id)!;
  const { department, ...form } = declared;
  const documentId = await handIn(place, {
    clerk: `${department}-clerk`,
    form: { title: '', ...form },
    files: [{ name: fileName, body: Buffer.from(text) }],
  });
  await place.settle();
  return documentId;
}

const steps = [
  'build-site',
  'receive-upload',
  'watch-clock',
  'portal',
  'read-document',
  'refuse-document',
  'classify-document',
  'screen-document',
  'screen-published',
  'open-task',
  'redact-document',
  'register-document',
  'publish-digest',
  'send-digests',
  'publish-document',
  'find-interpretation',
  'link-interpretation',
  'record-reassessment',
  'withdraw-document',
];

describe('the database', () => {
  it('holds nothing after the whole demo that opens a link', async () => {
    const folder = temporaryFolder();
    const opened = await openTrial(folder, 8080, {}, demoStart);
    await runDemo(opened, () => undefined);
    const ids = (await opened.trial.outbox()).flatMap(
      (mail) => mail.text.match(/(?<=\/(?:t\/[\w-]+|sign-in|confirm|stop)\/)[\w-]{43}/g) ?? [],
    );
    await opened.place.close();
    const db = openDatabase(join(folder, 'gongkai.db'));
    onTestFinished(() => db.close());
    const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
      name: string;
    }[];
    const rows = names.flatMap(({ name }) => db.prepare(`SELECT * FROM ${name}`).all());
    const held = rows
      .flatMap((row) => Object.values(row))
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
      .join('\n');
    expect(ids.length).toBeGreaterThan(20);
    expect(rows.length).toBeGreaterThan(500);
    expect(ids.filter((id) => held.includes(id))).toEqual([]);
    expect(ids.filter((id) => held.includes(hashOf(id))).length).toBeGreaterThan(20);
  });
});

describe('the log', () => {
  it('tells every step of the whole demo, and nothing of what people wrote or who they are', async () => {
    const lines: string[] = [];
    const opened = await openTrial(temporaryFolder(), 8080, {}, demoStart, (line) => lines.push(line));
    onTestFinished(() => opened.place.close());
    const summary = await runDemo(opened, () => undefined);
    const mails = await opened.trial.outbox();
    const links = mails.flatMap((mail) => mail.text.match(/[\w-]{43}/g) ?? []);
    const handle = createHandler(opened.place, opened.trial);
    const [mailed] = mails.flatMap((mail) => /\/portal\/t\/\S+/.exec(mail.text)?.[0] ?? []);
    await handle(get(mailed!));
    await handle(get('/portal/documents/990101199901010014?q=周稻丰'));

    const parsed = lines.map((line) => JSON.parse(line) as Line);
    expect(new Set(parsed.map((l) => l.step))).toEqual(new Set(steps));
    for (const { id } of summary.documents) expect(parsed.some((l) => l.documentId === id)).toBe(true);
    expect(parsed.filter((l) => l.step === 'open-task').every((l) => l.taskId)).toBe(true);
    for (const { durationMs } of parsed) expect(durationMs).toBeGreaterThanOrEqual(0);

    const log = lines.join('\n');
    expect(links.length).toBeGreaterThan(10);
    const people = demoCounty.flatMap((d) => d.people.flatMap((p) => [p.name, p.email]));
    const numbers = officialDocuments.flatMap((d) => d.text.normalize('NFKC').match(/\d{11,}X?/g) ?? []);
    expect(numbers.length).toBeGreaterThan(8);
    const titles = summary.documents.map((d) => d.title);
    for (const word of [...links, ...people, ...numbers, ...titles]) expect(log).not.toContain(word);
    // Whatever else people wrote is in Chinese, and addresses have an @.
    expect(log).not.toMatch(/[\p{Script=Han}@]/u);
  });
});

describe('the figures of a place', () => {
  it('are quiet when nobody waits', async () => {
    expect(await healthOf(await openTestTrial())).toMatchObject({
      status: 'ok',
      attention: [],
      tasksOpen: 0,
      tasksOverdue: 0,
      feedBehind: 0,
      executionsStopped: { publication: 0, reassessment: 0, withdrawal: 0, validity: 0 },
    });
  });

  it('tell of a task nobody answers, by kind, and of nobody', async () => {
    const opened = await openTestTrial();
    await handInOne(opened, 'contradiction');
    await opened.place.advanceTo(later(opened.place.deps.clock.now(), 25));
    const health = await healthOf(opened);
    expect(health).toMatchObject({
      status: 'attention',
      attention: ['A task waits too long'],
      tasksOpen: 1,
      tasksOverdue: 1,
    });
    const { 'confirm-attribute': confirm, ...others } = health.oldestWaitingTask;
    expect(Math.round(confirm / 86_400)).toBe(25);
    expect(Object.values(others).every((age) => age === 0)).toBe(true);
    expect(JSON.stringify(health)).not.toMatch(/[\p{Script=Han}@]/u);
  });
});

it('how it stands is measured once for all who ask at the same moment', async () => {
  const { place } = await openTestTrial();
  let measured = 0;
  const handle = createHandler({ ...place, health: () => (measured++, place.health()) });
  const answers = await Promise.all(Array.from({ length: 20 }, () => handle(get('/healthz'))));
  expect([measured, new Set(answers.map((a) => a.status))]).toEqual([1, new Set([200])]);
  await handle(get('/healthz'));
  expect(measured).toBe(2);
});

describe('housekeeping', () => {
  it('forgets finished executions after 90 days and keeps those that wait', async () => {
    const opened = await openTestTrial();
    const { place } = opened;
    const refused = await handInOne(opened, 'secret-paper');
    await place.advanceTo(later(place.deps.clock.now(), 60));
    const waiting = await handInOne(opened, 'contradiction');
    const status = async (id: string) => (await place.workflow.describe('publication', `${id}-1`))?.status;
    expect([await status(refused), await status(waiting)]).toEqual(['SUCCEEDED', 'RUNNING']);

    await place.advanceTo(later(place.deps.clock.now(), 29));
    expect((await place.housekeeping()).executions).toBe(0);
    await place.advanceTo(later(place.deps.clock.now(), 2));
    expect((await place.housekeeping()).executions).toBe(1);
    expect([await status(refused), await status(waiting)]).toEqual([undefined, 'RUNNING']);
  });

  it('forgets what has expired', async () => {
    const { place } = await openTestTrial();
    const now = place.deps.clock.now();
    for (let i = 0; i < 3; i++)
      await place.deps.table.put({ key: `note#${i}`, value: {}, places: {} }, 0, {
        expiresAt: later(now, i),
      });
    await place.advanceTo(later(now, 1.5));
    expect((await place.housekeeping()).items).toBe(2);
    expect((await place.housekeeping()).items).toBe(0);
  });

  it('empties the inbox of what could not be read, and after a week of what was never completed', async () => {
    const { place } = await openTestTrial();
    const { deps } = place;
    const inbox = async () => (await deps.files.list('inbox', '', { limit: 100 })).items;
    const form = {
      title: '',
      attribute: 'public' as const,
      catalogueItem: 'policy-documents',
      needsInterpretation: false,
    };
    const clerk = 'civil-affairs-clerk';
    await handIn(place, {
      clerk,
      form,
      files: [{ name: '通知.docx', body: Buffer.from('PK\u0003\u0004机密') }],
    });
    await place.settle();
    const { documentId, posts } = await submitForm(deps, {
      person: (await loadOrganisation(deps)).person(clerk)!,
      form,
      files: [1, 2].map((n) => ({ name: `${n}.txt`, size: 10 })),
    });
    await post(place, posts[0]!, Buffer.from('关于某事项的通知'));
    await place.settle();
    expect(await inbox()).toHaveLength(2);

    expect((await place.housekeeping()).uploads).toBe(1);
    expect(await inbox()).toEqual([`${documentId}/1/0`]);
    await place.advanceTo(later(deps.clock.now(), 6.9));
    expect((await place.housekeeping()).uploads).toBe(0);
    await place.advanceTo(later(deps.clock.now(), 0.2));
    expect((await place.housekeeping()).uploads).toBe(1);
    expect(await inbox()).toEqual([]);
  });
});
