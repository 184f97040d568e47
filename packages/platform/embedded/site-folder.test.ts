import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Files } from '../ports.ts';
import { systemClock } from './clock.ts';
import { compareFolder } from './compare-folder.ts';
import { closeDatabase, commit, openDatabase, transaction } from './database.ts';
import { createStoredFiles } from './files.ts';
import { createPlainFiles, type Implied } from './plain-files.ts';
import { createSiteFolder } from './site-folder.ts';

const html = { contentType: 'text/html; charset=utf-8' };
/** Names of downloads stand in `names.json`. */
const implied: Implied = {
  typeOf: (key) => (key.endsWith('.html') ? html.contentType : 'application/pdf'),
  isDownload: (key) => key.startsWith('files/'),
  nameOf: async (key, read) =>
    (JSON.parse((await read('names.html')) ?? '{}') as Record<string, string>)[key],
};

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const open = () => {
    const db = openDatabase(join(folder, 'gongkai.db'));
    const stored = createStoredFiles({
      db,
      folder: join(folder, 'files'),
      baseUrl: 'x',
      policyKey: new Uint8Array(32),
      clock: systemClock,
    });
    const plain = createPlainFiles(join(folder, 'site'), implied);
    const failures: unknown[] = [];
    const siteFolder = createSiteFolder({ db, plain, onFailure: (error) => failures.push(error) });
    return { db, stored, plain, failures, siteFolder, files: siteFolder.follow(stored) };
  };
  const page = (key: string): string | undefined => {
    const path = join(folder, 'site/www', key);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  return { folder, open, page };
}
const asTold = (file: Awaited<ReturnType<Files['get']>>) => file && { ...file, body: [...file.body] };
const put = (files: Files, key: string, text: string): Promise<void> =>
  files.put('public', key, Buffer.from(text), html);

describe('the folder of the public site', () => {
  it('has a page when it follows, the newest one, and loses it at once with its row', async () => {
    const { open, page } = setUp();
    const { db, files, siteFolder } = open();
    await put(files, 'documents/1.html', '旧');
    await put(files, 'documents/1.html', '新');
    await siteFolder.flush();
    expect(page('documents/1.html')).toBe('新');
    await files.delete('public', 'documents/1.html');
    commit(db);
    expect(page('documents/1.html')).toBeUndefined();
  });

  it('is waited for by whoever tells of a removal: what was written instead is there', async () => {
    const { open, page } = setUp();
    const { files, siteFolder } = open();
    for (const key of ['documents/1.html', 'all/index.html', 'files/1/0.pdf']) await put(files, key, '原文');
    await siteFolder.flush();
    await put(files, 'documents/2.html', '别的');
    await siteFolder.settled();
    expect(page('documents/2.html')).toBeUndefined();
    await files.delete('public', 'files/1/0.pdf');
    await put(files, 'documents/1.html', '已撤回');
    await put(files, 'all/index.html', '');
    await siteFolder.settled();
    expect(['documents/1.html', 'all/index.html', 'files/1/0.pdf'].map(page)).toEqual([
      '已撤回',
      '',
      undefined,
    ]);
  });

  it('never has what was not committed', async () => {
    const { open, page } = setUp();
    const { db, files, siteFolder } = open();
    await put(files, 'a.html', '提交了');
    await siteFolder.flush();
    await put(files, 'a.html', '没有提交');
    db.exec('ROLLBACK');
    await expect(siteFolder.flush()).rejects.toThrow('no transaction');
    await siteFolder.flush();
    expect(page('a.html')).toBe('提交了');
  });

  it('leaves a file alone that is as it should be', async () => {
    const { folder, open } = setUp();
    const { files, siteFolder } = open();
    const inode = (): number => statSync(join(folder, 'site/www/a.html')).ino;
    await put(files, 'a.html', '页');
    await siteFolder.flush();
    const before = inode();
    await put(files, 'a.html', '页');
    await siteFolder.flush();
    expect(inode()).toBe(before);
    await put(files, 'a.html', '叶');
    await siteFolder.flush();
    expect(inode()).not.toBe(before);
  });

  it('keeps records and the inbox out', async () => {
    const { open, page } = setUp();
    const { files, siteFolder } = open();
    await files.put('records', 'secret.html', Buffer.from('不公开'), html);
    await files.copy({ area: 'records', key: 'secret.html' }, { area: 'inbox', key: 'b.html' }, html);
    await siteFolder.flush();
    expect([page('secret.html'), page('b.html')]).toEqual([undefined, undefined]);
  });

  it('answers with type and download name as the store does', async () => {
    const { open } = setUp();
    const { files, plain, siteFolder } = open();
    const pdf = { contentType: 'application/pdf', downloadName: '通知.pdf' };
    await files.put('public', 'files/1/0.pdf', Buffer.from('%PDF'), pdf);
    await put(files, 'names.html', JSON.stringify({ 'files/1/0.pdf': '通知.pdf' }));
    const table = { contentType: 'application/octet-stream', downloadName: '目录.xlsx' };
    await files.put('public', 'catalogue/1.xlsx', Buffer.from('PK'), table);
    await put(files, 'a.html', '页');
    await siteFolder.flush();
    for (const key of [
      'files/1/0.pdf',
      'catalogue/1.xlsx',
      'a.html',
      'none.html',
      'files/1',
      '../gongkai.db',
    ])
      expect(asTold(await plain.get('public', key))).toEqual(asTold(await files.get('public', key)));
  });

  it('is mended after a crash between the commit and the file', async () => {
    const { open, page } = setUp();
    const { db, files, stored, siteFolder } = open();
    await put(files, 'stays.html', '一');
    await put(files, 'gone.html', '二');
    await put(files, 'new.html', '三');
    await siteFolder.flush();
    // What the process would have done to the folder is missing; the notes are there.
    await stored.put('public', 'stays.html', Buffer.from('改'), html);
    await stored.delete('public', 'gone.html');
    rmSync(join(db.location()!, '../site/www/new.html'));
    closeDatabase(db);
    const again = open();
    await again.siteFolder.catchUp();
    expect([page('stays.html'), page('gone.html'), page('new.html')]).toEqual(['改', undefined, '三']);
  });

  it('is filled when it is new beside an old database', async () => {
    const { folder, open, page } = setUp();
    const first = open();
    for (let i = 0; i < 120; i++) await put(first.files, `documents/${i}.html`, `${i}`);
    closeDatabase(first.db);
    rmSync(join(folder, 'site'), { recursive: true });
    const { siteFolder, stored, plain } = open();
    expect(page('documents/119.html')).toBeUndefined();
    await siteFolder.catchUp();
    expect(await compareFolder(stored, plain)).toEqual({ missing: [], different: [], stray: [] });
  });

  it('shows nothing outdated where it cannot be written, and is brought up when it can', async () => {
    const { folder, open, page } = setUp();
    const { files, failures, siteFolder } = open();
    await put(files, 'documents/1.html', '原文');
    await siteFolder.flush();
    // A folder where the new bytes would be written.
    const beside = join(folder, 'site', `being-written-${process.pid}`);
    mkdirSync(beside);
    await put(files, 'documents/1.html', '已撤回');
    await siteFolder.flush();
    expect(page('documents/1.html')).toBeUndefined();
    expect(failures).toHaveLength(1);
    rmSync(beside, { recursive: true });
    await siteFolder.tidy();
    expect(page('documents/1.html')).toBe('已撤回');
  });

  it('a change made while an older state is being read is what stays', async () => {
    const { open, page } = setUp();
    const { files, siteFolder } = open();
    const large = Buffer.alloc(400_000, 'a');
    await files.put('public', 'big.html', large, html);
    const caughtUp = siteFolder.catchUp();
    await put(files, 'big.html', '新');
    await caughtUp;
    await siteFolder.flush();
    expect(page('big.html')).toBe('新');
  });

  it('what is removed while it is being written does not come back', async () => {
    const { open, page } = setUp();
    const { db, files, plain, siteFolder } = open();
    await put(files, 'a.html', '页');
    const shown: (string | undefined)[] = [];
    const write = plain.write.bind(plain);
    plain.write = async (...file) => {
      const written = write(...file);
      await files.delete('public', 'a.html');
      commit(db);
      await written;
      shown.push(page('a.html'));
    };
    await siteFolder.flush();
    expect(shown).toEqual([undefined]);
  });

  it('forgets its notes once the files are surely on the disk, and not before it has caught up', async () => {
    const { open } = setUp();
    const { db, files, siteFolder } = open();
    const notes = (): number => Number(db.prepare('SELECT count(*) AS n FROM site_notes').get()!['n']);
    await put(files, 'old.html', '旧');
    transaction(db, () => db.exec('UPDATE site_notes SET at = 0'));
    await siteFolder.tidy();
    expect(notes()).toBe(1);
    await put(files, 'young.html', '新');
    await siteFolder.catchUp();
    expect(notes()).toBe(1);
  });

  it('is compared with its store and repaired', async () => {
    const { folder, open, page } = setUp();
    const { files, stored, plain, siteFolder } = open();
    for (const key of ['a.html', 'b.html', 'c.html']) await put(files, key, key);
    await siteFolder.flush();
    rmSync(join(folder, 'site/www/a.html'));
    writeFileSync(join(folder, 'site/www/b.html'), '别的');
    writeFileSync(join(folder, 'site/www/forgotten.html'), '忘了撤下的');
    const found = { missing: ['a.html'], different: ['b.html'], stray: ['forgotten.html'] };
    expect(await compareFolder(stored, plain)).toEqual(found);
    expect(await compareFolder(stored, plain, { repair: true })).toEqual(found);
    expect(await compareFolder(stored, plain)).toEqual({ missing: [], different: [], stray: [] });
    expect(page('forgotten.html')).toBeUndefined();
  });
});
