import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { filesContract } from '../contract/files.contract.ts';
import { times } from '../contract/support.ts';
import { systemClock } from './clock.ts';
import { commit, emptyLog, openDatabase } from './database.ts';
import { createStoredFiles } from './files.ts';
import { createInboxHandler } from './inbox-http.ts';

const policyKey = new Uint8Array(32).fill(7);
const plain = { contentType: 'application/octet-stream' };
const large = (fill: string): Buffer => Buffer.alloc(400_000, fill);

const setUp = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'gongkai.db');
  const db = openDatabase(file);
  const open = () =>
    createStoredFiles({
      db,
      folder: join(folder, 'files'),
      baseUrl: 'http://localhost/inbox',
      policyKey,
      clock: systemClock,
    });
  const onDisk = () =>
    readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  return { folder, file, db, open, files: open(), onDisk };
};

filesContract('one machine', () => {
  const { files } = setUp();
  const handle = createInboxHandler({ files, policyKey, clock: systemClock, onCreated: () => undefined });
  return { files, post: (url, body) => handle(new Request(url, { method: 'POST', body })) };
});

describe('files of one machine', () => {
  it('are hidden from other users of it, large and small', () => {
    const { folder, file } = setUp();
    for (const path of [join(folder, 'files'), file]) expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('keep the bytes of a large file once, however many names it has, and as long as one is left', async () => {
    const { files, onDisk } = setUp();
    await files.put('inbox', 'd1/1/0', large('a'), plain);
    await files.copy({ area: 'inbox', key: 'd1/1/0' }, { area: 'records', key: 'originals/a' }, plain);
    await files.put('public', 'files/a.bin', large('a'), plain);
    expect(onDisk()).toHaveLength(1);
    await files.delete('inbox', 'd1/1/0');
    await files.put('records', 'originals/a', large('b'), plain);
    await vi.waitFor(() => expect(onDisk()).toHaveLength(2));
    expect((await files.get('public', 'files/a.bin'))!.body[0]).toBe('a'.charCodeAt(0));
    await files.put('public', 'files/a.bin', Buffer.from('small now'), plain);
    await files.delete('records', 'originals/a');
    await vi.waitFor(() => expect(onDisk()).toEqual([]));
  });

  it('leave no byte behind of a small one that was deleted, in the database or in its log', async () => {
    const { file, files, db } = setUp();
    const traces = (): string[] =>
      [file, `${file}-wal`].filter((path) => readFileSync(path).includes('不应留下的内容'));
    await files.put('inbox', 'd1/1/0', Buffer.from('不应留下的内容'.repeat(2_000)), plain);
    commit(db);
    expect(traces()).not.toEqual([]);
    await files.delete('inbox', 'd1/1/0');
    commit(db);
    emptyLog(db);
    expect(traces()).toEqual([]);
  });

  it('never show half a file to a reader while writers replace it', async () => {
    const { files } = setUp();
    const bodies = times(2, (i) => large(String(i)));
    await files.put('public', 'list.html', bodies[0]!, plain);
    const writing = Promise.all(times(40, (i) => files.put('public', 'list.html', bodies[i % 2]!, plain)));
    const state = { finished: false };
    const done = writing.finally(() => (state.finished = true));
    let reads = 0;
    while (!state.finished) {
      const { body, size } = (await files.get('public', 'list.html'))!;
      expect(size).toBe(400_000);
      expect(body[0]).toBe(body.at(-1));
      reads++;
      await new Promise(setImmediate);
    }
    await done;
    expect(reads).toBeGreaterThan(0);
  });

  it('survive puts and deletes of the same bytes at once', async () => {
    const { files } = setUp();
    await Promise.all(
      times(60, async (i) => {
        await files.put('records', `d/${i}`, large('x'), plain);
        if (i % 2 === 0) await files.delete('records', `d/${i}`);
      }),
    );
    const { items } = await files.list('records', 'd/', { limit: 200 });
    expect(items).toHaveLength(30);
    for (const key of items) expect((await files.get('records', key))!.body).toHaveLength(400_000);
  });

  it('lose what a kill left half written, an hour later', () => {
    const { folder, open } = setUp();
    const temporary = join(folder, 'files/temp');
    for (const name of ['old', 'fresh']) writeFileSync(join(temporary, name), 'half');
    const hourAgo = Date.now() / 1_000 - 3_700;
    utimesSync(join(temporary, 'old'), hourAgo, hourAgo);
    open();
    expect(readdirSync(temporary)).toEqual(['fresh']);
  });
});
