import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testClock } from '../contract/support.ts';
import type { PostPolicy } from '../ports.ts';
import { openDatabase } from './database.ts';
import { createStoredFiles } from './files.ts';
import { createInboxEvents, type InboxEvent } from './inbox-events.ts';
import { createInboxHandler, type InboxOptions } from './inbox-http.ts';

const policyKey = new Uint8Array(32).fill(7);
const url = 'http://localhost/inbox';

const setUp = (changes: Partial<InboxOptions> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const clock = testClock(new Date('2026-03-02T01:00:00Z'));
  const files = createStoredFiles({ db: openDatabase(':memory:'), folder, baseUrl: url, policyKey, clock });
  const created: InboxEvent[] = [];
  const handle = createInboxHandler({
    files,
    policyKey,
    clock,
    onCreated: (event) => void created.push(event),
    ...changes,
  });
  const presign = async (policy: Partial<PostPolicy> = {}) => {
    const expiresAt = new Date(clock.now().getTime() + 60_000);
    return (await files.presignPost({ key: 'd1/1/0', minBytes: 1, maxBytes: 100, expiresAt, ...policy }))
      .fields;
  };
  const post = (body: FormData | string | ReadableStream, headers: Record<string, string> = {}) =>
    handle(new Request(url, { method: 'POST', body, headers, duplex: 'half' }));
  const outcome = async (response: Response) => {
    const text = await response.text();
    return [response.status, text && (JSON.parse(text) as { code: string }).code];
  };
  return { clock, files, created, handle, presign, post, outcome };
};

const formOf = (fields: Record<string, string>, file: string | undefined = '正文'): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file !== undefined) form.append('file', new Blob([file]), 'x.docx');
  return form;
};

describe('the inbox', () => {
  it('stores the file and tells of it, once for every post, later ones with a greater sequencer', async () => {
    const { files, created, presign, post } = setUp();
    const fields = await presign();
    expect((await post(formOf(fields))).status).toBe(204);
    expect((await post(formOf(fields, '再来一次'))).status).toBe(204);
    expect(created.map((e) => [e.detail.object.key, e.detail.object.size])).toEqual([
      ['d1/1/0', 6],
      ['d1/1/0', 12],
    ]);
    const [first, second] = created.map((e) => e.detail.object.sequencer);
    expect(second! > first!).toBe(true);
    expect(Buffer.from((await files.get('inbox', 'd1/1/0'))!.body).toString()).toBe('再来一次');
  });

  it.each([
    ['another key', { key: 'd2/1/0' }],
    ['another type', { 'Content-Type': 'text/html' }],
    ['another bucket', { bucket: 'public' }],
    ['a field nobody signed', { acl: 'public-read' }],
    ['a prototype for a field', { __proto__x: 'x', constructor: 'y' }],
  ])('refuses %s', async (_, change) => {
    const { created, presign, post, outcome } = setUp();
    expect(await outcome(await post(formOf({ ...(await presign()), ...change })))).toEqual([
      403,
      'PolicyViolated',
    ]);
    expect(created).toEqual([]);
  });

  it.each(['key', 'bucket', 'Content-Type', 'success_action_status'])(
    'refuses a post without %s',
    async (name) => {
      const { presign, post, outcome } = setUp();
      const { [name]: _, ...rest } = await presign();
      expect(await outcome(await post(formOf(rest)))).toEqual([403, 'PolicyViolated']);
    },
  );

  it('refuses a policy somebody changed, signed otherwise, or did not sign', async () => {
    const { presign, post, outcome } = setUp();
    const fields = await presign();
    const text = Buffer.from(fields['Policy']!, 'base64').toString();
    const wider = Buffer.from(text.replace('100]', '999]')).toString('base64');
    const { Signature: _, ...unsigned } = fields;
    for (const changed of [
      { ...fields, Policy: wider },
      { ...fields, Signature: '0'.repeat(64) },
      { ...fields, Signature: '签'.repeat(64) },
      unsigned,
      {},
    ])
      expect(await outcome(await post(formOf(changed)))).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('refuses a policy from the moment it expires', async () => {
    const { clock, presign, post, outcome } = setUp();
    const fields = await presign();
    clock.ahead(59_999);
    expect((await post(formOf(fields))).status).toBe(204);
    clock.ahead(1);
    expect(await outcome(await post(formOf(fields)))).toEqual([403, 'PolicyExpired']);
  });

  it('takes exactly the sizes the policy allows', async () => {
    const { created, presign, post, outcome } = setUp();
    const fields = await presign({ minBytes: 2, maxBytes: 5 });
    const sizes = [0, 1, 2, 5, 6, 60_000];
    const outcomes = [];
    for (const size of sizes) outcomes.push((await outcome(await post(formOf(fields, 'x'.repeat(size)))))[0]);
    expect(outcomes).toEqual([400, 400, 204, 204, 413, 413]);
    expect(created.map((e) => e.detail.object.size)).toEqual([2, 5]);
  });

  it('does not read a form that announces more than any policy allows', async () => {
    const { post, outcome } = setUp({ maxBytes: 1_000 });
    let pulled = 0;
    const body = new ReadableStream(
      { pull: (c) => (pulled++, c.enqueue(new Uint8Array(10_000))) },
      { highWaterMark: 0 },
    );
    const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': '99999999' };
    expect(await outcome(await post(body, headers))).toEqual([413, 'EntityTooLarge']);
    expect(pulled).toBe(0);
  });

  it('stops reading a form that goes on for ever without announcing it', async () => {
    const { post, outcome } = setUp({ maxBytes: 1_000 });
    const start = '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n';
    let pulled = 0;
    const body = new ReadableStream({
      pull: (c) => c.enqueue(Buffer.from(pulled++ === 0 ? start : 'x'.repeat(10_000))),
    });
    const response = await post(body, { 'content-type': 'multipart/form-data; boundary=b' });
    expect(await outcome(response)).toEqual([413, 'EntityTooLarge']);
    expect(pulled).toBeLessThan(50);
  });

  it.each([
    ['no form', 'hello', 'text/plain'],
    ['no boundary', 'hello', 'multipart/form-data'],
    ['rubbish', 'hello', 'multipart/form-data; boundary=b'],
    [
      'a form cut off',
      '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nd1',
      'multipart/form-data; boundary=b',
    ],
    ['an empty form', '--b--\r\n', 'multipart/form-data; boundary=b'],
  ])('refuses %s as malformed', async (_, body, type) => {
    const { post, outcome } = setUp();
    expect(await outcome(await post(body, { 'content-type': type }))).toEqual([400, 'MalformedPost']);
  });

  it('refuses a form without the file, with fields twice, or with a file under another name', async () => {
    const { presign, post, outcome } = setUp();
    const fields = await presign();
    const doubled = new FormData();
    doubled.append('key', 'd1/1/0');
    for (const [name, value] of formOf(fields)) doubled.append(name, value);
    const renamed = formOf(fields, undefined);
    renamed.delete('file');
    renamed.append('other', new Blob(['x']), 'x');
    const missing = new FormData();
    for (const [name, value] of Object.entries(fields)) missing.append(name, value);
    for (const form of [missing, doubled, renamed])
      expect(await outcome(await post(form))).toEqual([400, 'MalformedPost']);
  });

  it('refuses a file that comes before its fields', async () => {
    const { presign, post, outcome } = setUp();
    const form = new FormData();
    form.append('file', new Blob(['x']), 'x');
    for (const [name, value] of Object.entries(await presign())) form.append(name, value);
    expect(await outcome(await post(form))).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('says in Chinese what to do', async () => {
    const { handle } = setUp();
    const response = await handle(new Request(url));
    expect(response.status).toBe(405);
    expect(await response.json()).toEqual({
      code: 'MethodNotAllowed',
      message: expect.stringMatching(/请从上传页面/),
    });
  });

  it.each([{ code: 'ENOSPC' }, { code: 'ERR_SQLITE_ERROR', errcode: 13 }])(
    'says that the disk is full (%j), and forgets nothing it acknowledged',
    async (trouble) => {
      const { presign, post, outcome } = setUp({
        onCreated: () => Promise.reject(Object.assign(new Error('full'), trouble)),
      });
      expect(await outcome(await post(formOf(await presign())))).toEqual([507, 'InsufficientStorage']);
    },
  );
});

describe('the events of the inbox', () => {
  const event = (key: string): InboxEvent => ({ detail: { object: { key, size: 1, sequencer: '0a' } } });

  it('are told again until they are done, oldest first', () => {
    const db = openDatabase(':memory:');
    createInboxEvents(db).add(event('a/1/0'));
    createInboxEvents(db).add(event('b/1/0'));
    const events = createInboxEvents(db);
    const [first] = events.pending(1);
    expect(first?.event).toEqual(event('a/1/0'));
    expect(events.pending(9).map((e) => e.event.detail.object.key)).toEqual(['a/1/0', 'b/1/0']);
    events.done(first!.id);
    events.done(first!.id);
    expect(events.pending(9).map((e) => e.event.detail.object.key)).toEqual(['b/1/0']);
  });
});
