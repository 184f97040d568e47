import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { filesContract } from '../contract/files.contract.ts';
import { times } from '../contract/support.ts';
import { systemClock } from './clock.ts';
import { createFolderFiles } from './files.ts';
import { createInboxHandler } from './inbox-http.ts';

const policyKey = new Uint8Array(32).fill(7);
const html = { contentType: 'text/html; charset=utf-8' };

const setUp = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const open = () =>
    createFolderFiles({ folder, baseUrl: 'http://localhost/inbox', policyKey, clock: systemClock });
  return { folder, open, files: open() };
};

filesContract('a folder', () => {
  const { files } = setUp();
  const handle = createInboxHandler({ files, policyKey, clock: systemClock, onCreated: () => undefined });
  return { files, post: (url, body) => handle(new Request(url, { method: 'POST', body })) };
});

describe('files in a folder', () => {
  it('stand in the public tree under their own names, with nothing beside them', async () => {
    const { folder, files } = setUp();
    await files.put('public', 'documents/1/index.html', Buffer.from('页'), html);
    await files.put('public', 'documents/1/0', Buffer.from('x'), { ...html, downloadName: '附件.docx' });
    expect(readdirSync(join(folder, 'public/documents/1'))).toEqual(['0', 'index.html']);
    expect(readFileSync(join(folder, 'public/documents/1/index.html'), 'utf8')).toBe('页');
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });

  it('hide inbox and records from other users of the machine', () => {
    const { folder } = setUp();
    for (const area of ['inbox', 'records', 'meta'])
      expect(statSync(join(folder, area)).mode & 0o077).toBe(0);
  });

  it('never show half a file to a reader while writers replace it', async () => {
    const { files } = setUp();
    const bodies = times(2, (i) => Buffer.alloc(400_000, String(i)));
    await files.put('public', 'list.html', bodies[0]!, html);
    const writing = Promise.all(times(40, (i) => files.put('public', 'list.html', bodies[i % 2]!, html)));
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

  it('survive puts and deletes in the same folder at once', async () => {
    const { files } = setUp();
    await Promise.all(
      times(100, async (i) => {
        await files.put('records', `d/e/${i}`, Buffer.from(String(i)), html);
        if (i % 2 === 0) await files.delete('records', `d/e/${i}`);
      }),
    );
    expect((await files.list('records', 'd/', { limit: 200 })).items).toHaveLength(50);
  });

  it('leave no empty folders behind', async () => {
    const { folder, files } = setUp();
    await files.put('inbox', 'd1/1/0', Buffer.from('x'), html);
    await files.delete('inbox', 'd1/1/0');
    expect(readdirSync(join(folder, 'inbox'))).toEqual([]);
  });

  it('lose what a kill left half written, an hour later', () => {
    const { folder, open } = setUp();
    for (const name of ['old', 'fresh']) writeFileSync(join(folder, 'temp', name), 'half');
    const hourAgo = Date.now() / 1_000 - 3_700;
    utimesSync(join(folder, 'temp/old'), hourAgo, hourAgo);
    open();
    expect(readdirSync(join(folder, 'temp'))).toEqual(['fresh']);
  });
});
