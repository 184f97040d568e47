/** What every Files does, wherever it keeps them. */
import { describe, expect, it } from 'vitest';
import type { Files, PostPolicy } from '../ports.ts';
import { times, unique } from './support.ts';

export interface FilesUnderTest {
  files: Files;
  /** Posts a form to the presigned address. */
  post: (url: string, form: FormData) => Promise<Response>;
}
type MakeFiles = () => FilesUnderTest | Promise<FilesUnderTest>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = { contentType: 'application/octet-stream' };
const areas = ['inbox', 'records', 'public'] as const;

export function filesContract(name: string, make: MakeFiles): void {
  describe(`${name} as Files`, () => {
    describe('storing', () => {
      storing(make);
    });
    describe('listing', () => {
      listing(make);
    });
    describe('presigned posts', () => {
      posting(make);
    });
  });
}

function storing(make: MakeFiles): void {
  it.each(areas)('returns from %s what was put there', async (area) => {
    const { files } = await make();
    const key = `${unique()}/1/0`;
    const body = new Uint8Array(times(70_000, (i) => i % 251));
    await files.put(area, key, body, { contentType: 'application/pdf' });
    const stored = (await files.get(area, key))!;
    expect(Buffer.compare(stored.body, body)).toBe(0);
    expect(stored).toMatchObject({ size: 70_000, contentType: 'application/pdf' });
    expect(stored.downloadName).toBeUndefined();
    expect(await files.head(area, key)).toEqual({ size: 70_000, contentType: 'application/pdf' });
  });

  it('keeps the areas apart', async () => {
    const { files } = await make();
    const key = unique();
    await files.put('records', key, bytes('内部'), plain);
    expect(await files.get('public', key)).toBeUndefined();
    expect(await files.head('inbox', key)).toBeUndefined();
  });

  it('keeps download names, Chinese and awkward ones', async () => {
    const { files } = await make();
    for (const downloadName of [
      '关于（2026）“通知”.docx',
      `a"b\\c';x=1*(2)%20+&.pdf`,
      '无扩展名',
      'x\r\nY: z.txt',
    ]) {
      const key = unique();
      await files.put('public', key, bytes('x'), { ...plain, downloadName });
      expect((await files.get('public', key))?.downloadName).toBe(downloadName);
    }
  });

  it('replaces a file with everything known of it', async () => {
    const { files } = await make();
    const key = `${unique()}.html`;
    await files.put('public', key, bytes('old'), { contentType: 'text/plain', downloadName: '旧.txt' });
    await files.put('public', key, bytes('newer'), { contentType: 'text/html; charset=utf-8' });
    const stored = (await files.get('public', key))!;
    expect(new TextDecoder().decode(stored.body)).toBe('newer');
    expect(stored.contentType).toBe('text/html; charset=utf-8');
    expect(stored.downloadName).toBeUndefined();
  });

  it('stores an empty file', async () => {
    const { files } = await make();
    const key = unique();
    await files.put('records', key, new Uint8Array(), plain);
    expect(await files.head('records', key)).toMatchObject({ size: 0 });
  });

  it('forgets a deleted file, and does not mind one that is not there', async () => {
    const { files } = await make();
    const folder = unique();
    await files.put('inbox', `${folder}/a`, bytes('a'), plain);
    await files.put('inbox', `${folder}/b`, bytes('b'), { contentType: 'text/csv' });
    await files.delete('inbox', `${folder}/a`);
    await files.delete('inbox', `${folder}/a`);
    await files.delete('inbox', `${folder}/never/there`);
    expect(await files.get('inbox', `${folder}/a`)).toBeUndefined();
    expect(await files.head('inbox', `${folder}/b`)).toMatchObject({ contentType: 'text/csv' });
  });

  it('copies a file with what is known of the copy, and the copy outlives the original', async () => {
    const { files } = await make();
    const [from, to] = [unique(), `${unique()}/copy`];
    await files.put('inbox', from, bytes('原件'), plain);
    for (const _ of [1, 2])
      await files.copy(
        { area: 'inbox', key: from },
        { area: 'records', key: to },
        { contentType: 'text/plain', downloadName: '原件.txt' },
      );
    await files.put('inbox', from, bytes('另一个'), plain);
    await files.delete('inbox', from);
    const copy = (await files.get('records', to))!;
    expect(new TextDecoder().decode(copy.body)).toBe('原件');
    expect(copy).toMatchObject({ contentType: 'text/plain', downloadName: '原件.txt', size: 6 });
  });

  it('says so when there is nothing to copy', async () => {
    const { files } = await make();
    const copying = files.copy({ area: 'inbox', key: unique() }, { area: 'records', key: unique() }, plain);
    await expect(copying).rejects.toMatchObject({ name: 'NotFound' });
  });

  it.each([
    '../outside',
    'a/../../b',
    '/etc/passwd',
    'a//b',
    'a/./b',
    '',
    'a\0b',
    '中文',
    'a b',
    'a%2fb',
    'a\\b',
  ])('refuses to write %j and finds nothing there', async (key) => {
    const { files } = await make();
    await expect(files.put('public', key, bytes('x'), plain)).rejects.toThrow(TypeError);
    await expect(files.delete('public', key)).rejects.toThrow(TypeError);
    expect(await files.get('public', key)).toBeUndefined();
    expect(await files.head('public', key)).toBeUndefined();
  });
}

function listing(make: MakeFiles): void {
  it('lists keys bytewise, in pages, below a prefix that may end inside a name', async () => {
    const { files } = await make();
    const root = unique();
    const keys = ['a-b', 'a/1', 'a/10', 'a/2/x', 'a/2/y', 'a.c', 'a0', 'b/1'].map((k) => `${root}/${k}`);
    await Promise.all(keys.map((key) => files.put('public', key, bytes(key), plain)));
    await files.put('public', `${root}-not-below`, bytes('x'), plain);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await files.list('public', `${root}/`, {
        limit: 3,
        ...(after === undefined ? {} : { after }),
      });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(keys.toSorted());
    expect((await files.list('public', `${root}/a/1`, { limit: 9 })).items).toEqual([
      `${root}/a/1`,
      `${root}/a/10`,
    ]);
    expect(await files.list('public', `${root}/nothing`, { limit: 9 })).toEqual({ items: [] });
    expect(await files.list('records', `${root}/`, { limit: 9 })).toEqual({ items: [] });
  });
}

function posting(make: MakeFiles): void {
  it('takes a file by a presigned post into the inbox', async () => {
    const { files, post } = await make();
    const policy: PostPolicy = {
      key: `${unique()}/1/0`,
      minBytes: 1,
      maxBytes: 1_000,
      expiresAt: new Date(Date.now() + 600_000),
    };
    const { url, fields } = await files.presignPost(policy);
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([bytes('正文')]), '文件名 "x".docx');
    const response = await post(url, form);
    expect(response.status).toBe(204);
    expect(await files.get('inbox', policy.key)).toMatchObject({
      size: 6,
      contentType: 'application/octet-stream',
    });
  });

  it('puts key, size, type and expiry into what is signed', async () => {
    const { files } = await make();
    const expiresAt = new Date(Math.floor(Date.now() / 1_000) * 1_000 + 600_000);
    const { fields } = await files.presignPost({ key: 'd1/1/0', minBytes: 1, maxBytes: 77, expiresAt });
    const policy = JSON.parse(Buffer.from(fields['Policy']!, 'base64').toString()) as {
      expiration: string;
      conditions: unknown[];
    };
    const exact: unknown = Object.assign({}, ...policy.conditions.filter((c) => !Array.isArray(c)));
    expect(exact).toMatchObject({
      key: 'd1/1/0',
      'Content-Type': 'application/octet-stream',
      success_action_status: '204',
    });
    expect(policy.conditions).toContainEqual(['content-length-range', 1, 77]);
    expect(Math.abs(Date.parse(policy.expiration) - expiresAt.getTime())).toBeLessThanOrEqual(2_000);
  });
}
