import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { times } from '../contract/support.ts';
import { systemClock as clock } from './clock.ts';
import { openDatabase } from './database.ts';
import { createStoredFiles } from './files.ts';
import { createInboxEvents } from './inbox-events.ts';
import { createMailQueue, createOutbox } from './mail.ts';
import { createSqliteTable } from './table.ts';

/** Lets a process write until it has acknowledged `rounds` more, and kills it in the middle of the next. */
async function writeAndKill(folder: string, rounds: number): Promise<number> {
  const script = new URL('./keep-writing.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  let last = -1;
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (++seen === rounds) child.kill('SIGKILL');
  }
  expect((await exit)[1]).toBe('SIGKILL');
  return last;
}

it('keeps everything that was acknowledged before a kill, whole and once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let last = -1;
  for (const rounds of [7, 31, 90]) last = await writeAndKill(folder, rounds);
  expect(last).toBeGreaterThanOrEqual(127);

  const db = openDatabase(join(folder, 'gongkai.db'));
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  const table = createSqliteTable(db);
  const files = createStoredFiles({
    db,
    folder: join(folder, 'files'),
    baseUrl: 'x',
    policyKey: new Uint8Array(32),
    clock,
  });
  const outbox = createOutbox({ folder: join(folder, 'outbox'), clock, from: 'gongkai@county.example' });
  const acknowledged = times(last + 1, (i) => i);

  const published = await table.query('documents-by-state', { partition: 'published', limit: 10_000 });
  expect(published.items.map((item) => item.value['i'])).toEqual(
    acknowledged.concat(published.items.length > last + 1 ? [last + 1] : []),
  );
  const halfway = await table.query('documents-by-state', { partition: 'received', limit: 10 });
  expect(halfway.items.length + published.items.length).toBeLessThanOrEqual(last + 2);
  expect(await table.counter('rounds')).toBeGreaterThanOrEqual(last + 1);
  for (const i of acknowledged) {
    const stored = (await files.get('records', `texts/${i}`))!;
    expect([Buffer.from(stored.body).toString(), stored.downloadName]).toEqual([`正文 ${i}`, `${i}.txt`]);
    expect((await files.get('public', `d/${i}.txt`))?.size).toBe(stored.size);
  }

  const told = createInboxEvents(db)
    .pending(10_000)
    .map((e) => e.event.detail.object.key);
  expect(new Set(told)).toEqual(
    new Set(times(Math.max(...told.map((k) => Number.parseInt(k.slice(1), 10))) + 1, (i) => `d${i}/1/0`)),
  );
  expect(told.length).toBeGreaterThan(last);

  const mail = createMailQueue({ db, clock, deliver: outbox.deliver });
  await mail.flush();
  expect(mail.waiting()).toBe(0);
  const ids = outbox.list().map((m) => m.id);
  expect(ids).toEqual(expect.arrayContaining(acknowledged.map((i) => `m${i}`)));
  const emls = readdirSync(join(folder, 'outbox')).filter((name) => name.endsWith('.eml'));
  expect([new Set(ids).size, emls.length]).toEqual([ids.length, ids.length]);
  db.close();
});
