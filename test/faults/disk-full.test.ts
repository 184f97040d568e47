/** A disk that is really full: `gongkai serve` on a small file system of its own, which Linux gives without rights. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { demoCounty } from '@gongkai/cli/demo-county.ts';
import { checkSite } from '@gongkai/functions/shared/check-site.ts';
import { documents } from '@gongkai/functions/shared/stores.ts';
import type { PresignedPost } from '@gongkai/platform/ports.ts';
import { peopleAtWork, quiet } from '../load/people-at-work.ts';
import { prepareServe } from '../load/serve-process.ts';
import { freePort } from '../support/free-port.ts';
import { openMailServer } from '../support/mail-server.ts';
import { textOf } from '../support/people.ts';
import { temporaryFolder } from '../support/trial.ts';
import { sendFile, type Visitor } from '../support/visitor.ts';
import { expectInvariants } from './invariants.ts';

const unshared = ['unshare', '--user', '--map-root-user', '--mount'];
const allowed =
  spawnSync(unshared[0]!, [...unshared.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
if (!allowed) console.log('skipped: this system gives no file system of one’s own (unshare, tmpfs)');

/** Stays when the server has ended, so that its disk can be looked at. */
const onSmallDisk = (folder: string): string[] => [
  ...unshared,
  'sh',
  '-c',
  'cp -a "$0" "$0.seed" && mount -t tmpfs -o size=24m none "$0" && cp -a "$0.seed/." "$0" && "$@"; read -r end',
  folder,
];
const form = { title: '', attribute: 'public', catalogueItem: 'policy-documents', needsInterpretation: 'no' };
const full = '存储空间已满';

it.runIf(allowed)(
  'a full disk refuses in plain words, loses nothing, and work goes on when there is room',
  async () => {
    const mails = await openMailServer();
    onTestFinished(mails.close);
    const folder = temporaryFolder();
    onTestFinished(() => rmSync(`${folder}.seed`, { recursive: true, force: true }));
    const server = await prepareServe({
      folder,
      port: await freePort(),
      mailPort: mails.port,
      county: demoCounty,
      inside: onSmallDisk(folder),
    });
    onTestFinished(server.kill);
    await server.start();
    const disk = join('/proc', String(server.pid()), 'root', folder);
    const people = peopleAtWork(server.url, mails, () => ({ outcome: 'approve' }));
    const hand = (i: number, size = 10) => ({
      email: 'clerk@civil-affairs.demo',
      form,
      files: [
        { name: '通知.txt', body: `${textOf('care-allowance')}\n第 ${i} 号。\n${'附。'.repeat(size)}` },
      ],
    });
    const accepted = [await people.handIn(hand(0))];
    await people.rest();

    const ballast = join(disk, 'ballast');
    await fill(ballast);
    const clerk = await people.as('clerk@civil-affairs.demo');
    const attempts: Attempt[] = [];
    for (const [i, size] of [10, 100_000, 10, 100_000].entries())
      attempts.push(await tryToHandIn(clerk, hand(i + 1, size)));
    accepted.push(...attempts.flatMap((a) => (a.accepted ? a.opened! : [])));
    const refused = attempts.filter((a) => !a.accepted);
    expect(refused.length).toBeGreaterThan(1);
    for (const { words } of refused) expect(words).toContain(full);
    expect((await fetch(`${server.url}/`)).status).toBe(200);
    expect((await clerk.get('/portal/documents')).status).toBe(200);

    rmSync(ballast);
    for (let i = 5; i < 8; i++) accepted.push(await people.handIn(hand(i, 100_000)));
    await quiet(server.url, people);
    const { pid } = JSON.parse(readFileSync(join(disk, 'server.json'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGTERM');
    await gone(pid);
    // SQLite follows the link of /proc to another disk: what is looked at is a copy.
    const kept = temporaryFolder();
    cpSync(disk, kept, { recursive: true });
    const place = server.open([], kept);
    onTestFinished(() => place.close());
    await place.settle();
    const told = attempts.flatMap(({ opened }) => opened ?? []);
    expect(await documents(place.deps.table).getMany(told)).toHaveLength(told.length);
    await expectInvariants({ place, accepted, mailed: people.mailIds });
    expect(await checkSite(place.deps)).toMatchObject({ missing: [], different: [], stray: [] });
  },
);

async function fill(file: string): Promise<void> {
  for (const size of [1_000_000, 10_000, 100]) await appendUntilFull(file, Buffer.alloc(size));
}
async function appendUntilFull(file: string, piece: Buffer): Promise<void> {
  try {
    for (;;) await appendFile(file, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

interface Attempt {
  /** The form was answered as stored. */
  opened?: string;
  /** The file was, too. */
  accepted: boolean;
  /** The last answer. */
  words: string;
}

/** As the upload page does it, without trying again. */
async function tryToHandIn(
  clerk: Visitor,
  { form: fields, files }: { form: object; files: { name: string; body: string }[] },
): Promise<Attempt> {
  const named = files.map(({ name, body }) => ({ name, size: Buffer.byteLength(body) }));
  const { status, html } = await clerk.postJson('/portal/upload', { ...fields, files: named });
  if (status !== 201) return { accepted: false, words: html };
  const { documentId, posts } = JSON.parse(html) as { documentId: string; posts: PresignedPost[] };
  const sent = await sendFile(fetch, posts[0]!, files[0]!.body);
  return { opened: documentId, accepted: sent.status === 204, words: sent.html };
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(50);
  }
}
