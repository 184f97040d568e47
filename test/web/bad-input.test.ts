import { describe, expect, it } from 'vitest';
import type { PresignedPost } from '@gongkai/platform/ports.ts';
import { makePdf } from '../fixtures/documents.ts';
import { peopleOf, textOf } from '../support/people.ts';
import { openTestTrial } from '../support/trial.ts';
import { type Visitor, visitors } from '../support/visitor.ts';

const clerk = 'clerk@civil-affairs.demo';
const head = 'head@civil-affairs.demo';
const stranger = 'clerk@finance.demo';

const county = async () => {
  const opened = await openTestTrial();
  return { ...opened, ...peopleOf(opened), ...visitors(opened) };
};

const form = { title: '', attribute: 'public', catalogueItem: 'policy-documents', needsInterpretation: 'no' };
interface Opened {
  documentId: string;
  posts: PresignedPost[];
  next: string;
}
async function openUpload(
  who: Visitor,
  fields: object = {},
  name = '通知.docx',
  size = 100,
): Promise<Opened> {
  const answer = await who.postJson('/portal/upload', { ...form, files: [{ name, size }], ...fields });
  expect(answer.status).toBe(201);
  return JSON.parse(answer.html) as Opened;
}
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

describe('a file that cannot be taken', () => {
  it.each([
    ['a picture renamed .docx', async () => png, '图片'],
    ['a data file renamed .docx', async () => '<?xml version="1.0"?><x>公开</x>', 'XML 文件'],
    ['a damaged one', async () => 'PK\u0003\u0004broken', '已损坏或不完整'],
    ['one with a password', () => makePdf('locked', { password: 'secret' }), '设有密码'],
  ])('%s comes back with the reason, and the next version goes on as revision 2', async (_, make, reason) => {
    const { signIn, send, document, mailed, handIn, openTask } = await county();
    const me = await signIn(clerk);
    const { documentId, posts } = await openUpload(me);
    expect((await send(posts[0]!, await make())).status).toBe(204);
    expect((await document(documentId)).state).toBe('returned');
    expect(await mailed(clerk, /原因：([^]*?)\n\n/)).toContain(reason);
    const page = await me.get(`/portal/documents/${documentId}`);
    expect(page.text).toContain(reason);
    expect(page.html).toContain(`/portal/upload?document=${documentId}`);
    expect((await me.get(`/portal/upload?document=${documentId}`)).status).toBe(200);
    await handIn(textOf('care-allowance'), { document: documentId });
    expect(await document(documentId)).toMatchObject({ state: 'in-review', revision: 2, approvals: [] });
    expect((await openTask(documentId, 'confirm-attribute')).revision).toBe(2);
  });

  it('is told so before: wrong ending, empty, too large, too many, none', async () => {
    const { signIn } = await county();
    const me = await signIn(clerk);
    for (const [files, message] of [
      [[{ name: '表.exe', size: 9 }], '类型不能接收'],
      [[{ name: '空.txt', size: 0 }], '是空文件'],
      [[{ name: '大.txt', size: 20 * 1024 * 1024 + 1 }], '超过 20.0 MB'],
      [Array.from({ length: 11 }, (_, i) => ({ name: `${i}.txt`, size: 1 })), '最多上传 10 个'],
      [[], '请选择要上传的文件'],
      ['x', '这一项的内容不对'],
      [[{ name: 7, size: 'x' }], '这一项的内容不对'],
    ] as const) {
      const answer = await me.postJson('/portal/upload', { ...form, files });
      expect(answer.status).toBe(400);
      expect((JSON.parse(answer.html) as { fields: { files: string } }).fields.files).toContain(message);
    }
  });

  it('is stopped after: empty, over the size of the policy, a tampered or expired policy, another key', async () => {
    const { signIn, send, document, place, trial } = await county();
    const me = await signIn(clerk);
    const { documentId, posts } = await openUpload(me);
    const post = posts[0]!;
    const changed = (fields: Record<string, string>): PresignedPost => ({
      ...post,
      fields: { ...post.fields, ...fields },
    });
    const refused = async (to: PresignedPost, body: Uint8Array | string = 'x'): Promise<string> => {
      const { status, html } = await send(to, body);
      expect(status).toBeGreaterThanOrEqual(400);
      const { code, message } = JSON.parse(html) as { code: string; message: string };
      expect(message).toMatch(/\p{Script=Han}.*(重新|再)/u);
      return code;
    };
    expect(await refused(post, '')).toBe('EntityTooSmall');
    expect(await refused(post, new Uint8Array(20 * 1024 * 1024 + 1))).toBe('EntityTooLarge');
    await refused(changed({ key: 'elsewhere/1/0' }));
    const policy = Object.keys(post.fields).find((f) => /policy/i.test(f))!;
    const looser = Buffer.from(post.fields[policy]!, 'base64').toString().replace('20971520', '99971520');
    await refused(changed({ [policy]: Buffer.from(looser).toString('base64') }));
    expect((await document(documentId)).state).toBe('awaiting-upload');
    await trial.advance('2h');
    await refused(post);
    expect((await place.deps.files.list('inbox', '', { limit: 5 })).items).toEqual([]);
    const later = await signIn(clerk);
    const again = await later.get(`/portal/upload/files?document=${documentId}`);
    expect(again.status).toBe(200);
    expect(again.html).toContain('name="file"');
  });
});

const markup = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
const isEscaped = (html: string): void => {
  expect(html).not.toMatch(/<script>alert|<img src=x/);
};

describe('what people type', () => {
  it('a title of 10,000 characters, control characters and missing answers are told field by field', async () => {
    const { signIn, document } = await county();
    const me = await signIn(clerk);
    const answer = await me.post('/portal/upload', {
      ...form,
      title: '长'.repeat(10_000),
      attribute: 'king',
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('标题有 10000 个字，请缩短到 300 个字以内。');
    expect(answer.text).toContain('请选择公开属性');
    const { documentId } = await openUpload(me, {
      title: ' 关于\u0000\u000B印发\u2028方案\r\n的\u202E通知 ',
    });
    expect((await document(documentId)).title).toBe('关于 印发 方案 的通知');
  });

  it('HTML in title, file name, reasons and interpretation is shown as text, everywhere', async () => {
    const { signIn, place, trial, ...rest } = await county();
    const people = rest;
    const title = `${markup}通知`;
    const id = await people.handIn(
      `${title}\n各乡镇人民政府：\n现将有关事项${markup}通知如下，请认真组织实施，并按时报送落实情况。\n（此件公开发布）\n`,
      { title, needsInterpretation: true },
      { name: `${markup}.txt`.replaceAll('/', '') },
    );
    const mine = await signIn(head);
    const task = await people.openTask(id, 'confirm-attribute');
    const pages = [
      await mine.get('/portal/tasks'),
      await mine.get(`/portal/tasks/${task.id}`),
      await mine.get(`/portal/documents/${id}`),
      await mine.post(`/portal/tasks/${task.id}/decision`, {
        outcome: 'approve',
        attribute: 'withheld',
        reason: markup,
        contentHash: task.contentHash,
      }),
      await rest.visitor().get(await rest.mailed(head, /(http\S+\/portal\/t\/\S+)/)),
      await rest.visitor().get('/portal/outbox'),
    ];
    for (const { status, html, text } of pages) {
      expect(status).toBeLessThan(500);
      isEscaped(html);
      expect(text).toContain('<script>alert(1)</script>');
    }
    await people.approve(id, 'confirm-attribute', 'head', { reason: markup });
    await people.approve(id, 'secrecy-review', 'secrecy', { reason: markup });
    await people.approve(id, 'publication-review', 'editor', { reason: markup });
    await trial.advance('1wd');
    await people.decide(id, 'interpret', 'clerk', {
      outcome: 'submit',
      interpretation: { title: markup, form: 'text', text: markup, contact: markup },
    });
    await people.approve(id, 'review-interpretation', 'head');
    const { publication, interpretations, state } = await people.document(id);
    expect([state, interpretations.length]).toEqual(['published', 1]);
    const site = await place.deps.files.list('public', '', { limit: 1000 });
    const named = [];
    for (const path of site.items.filter((p) => /\.(html|xml|json)$/.test(p))) {
      const page = await people.publicPage(path);
      if (path.endsWith('.json')) JSON.parse(page);
      else isEscaped(page);
      if (/alert\(1\)/.test(page)) named.push(path);
    }
    expect(named).toEqual(
      expect.arrayContaining([
        publication!.path,
        `interpretations/${interpretations[0]}.html`,
        'index.html',
        'all/feed.atom.xml',
        'all/feed.json',
        'columns/policies/index.html',
        'departments/civil-affairs/feed.atom.xml',
      ]),
    );
    const editor = await signIn('editor@county-office.demo');
    const down = await editor.post(`/portal/documents/${id}/withdrawal`, { reason: markup, confirm: 'yes' });
    expect(down.status).toBe(303);
    await place.settle();
    isEscaped(await people.publicPage(publication!.path));
    expect(await people.publicPage(publication!.path)).toContain('alert(1)');
  });

  it('HTML in the organisation is shown as text, in the portal and on the site', async () => {
    const { signIn, place, publicPage } = await county();
    const admin = await signIn('admin@county-office.demo');
    const before = await admin.get('/portal/organisation/civil-affairs');
    const field = (name: string): string =>
      new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`).exec(
        before.html,
      )?.[1] ?? '';
    const saved = await admin.post('/portal/organisation/civil-affairs', {
      version: field('version'),
      name: `${markup}民政局`,
      code: 'MZJ',
      order: '5',
      aliases: markup,
    });
    expect(saved.status).toBe(303);
    const pages = [
      await admin.get('/portal/organisation'),
      await admin.get('/portal/organisation/civil-affairs'),
    ];
    for (const { html, text } of pages) {
      isEscaped(html);
      expect(text).toContain(`${markup}民政局`);
    }
    await place.buildSite();
    const { items } = await place.deps.files.list('public', 'departments/', { limit: 500 });
    expect(items.length).toBeGreaterThan(10);
    for (const path of ['index.html', ...items])
      if (!path.endsWith('.json')) isEscaped(await publicPage(path));
    expect(await publicPage('departments/civil-affairs/index.html')).toContain('alert(1)');
  });
});

describe('a link', () => {
  it('to sign in is good once, and for ten minutes', async () => {
    const { visitor, mailed, trial } = await county();
    const asking = async (): Promise<string> => {
      await visitor().post('/portal/sign-in', { email: clerk });
      return mailed(clerk, /(http\S+\/portal\/sign-in\/\S+)/);
    };
    const used = await asking();
    const [first, second] = [visitor(), visitor()];
    expect((await first.get(used)).text).toContain('登录');
    expect((await first.post(used, {})).status).toBe(303);
    for (const answer of [await second.get(used), await second.post(used, {})]) {
      expect(answer.status).toBe(410);
      expect(answer.text).toMatch(/重新|再/);
    }
    expect((await second.get('/portal/tasks')).status).toBe(303);
    const expired = await asking();
    await trial.advance('11m');
    expect((await visitor().post(expired, {})).status).toBe(410);
  });

  it('of a task names its person: a stranger who opens it gets a page, a code to the owner’s address, and nothing else', async () => {
    const { visitor, mailed, handIn, signIn, openTask, tasksOf, decide } = await county();
    const id = await handIn(textOf('care-allowance'));
    const link = await mailed(head, /(http\S+\/portal\/t\/\S+)/);
    const foreign = await signIn(stranger);
    const page = await foreign.get(link);
    expect(page.status).toBe(200);
    expect(page.text).toContain('发给杨负责的');
    expect(page.html).not.toContain('name="outcome"');
    const task = await openTask(id, 'confirm-attribute');
    expect((await foreign.get(`/portal/tasks/${task.id}`)).status).toBe(403);
    await foreign.post(link, { step: 'send' });
    const wrong = await foreign.post(link, { step: 'redeem', code: '000000' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('验证码不对或已过期');
    expect((await visitor().get(link.replace(/.{6}$/, 'AAAAAA'))).status).toBe(404);
    await decide(id, 'confirm-attribute', 'head', {});
    expect((await visitor().get(link)).text).toContain('已办结');
    expect((await tasksOf(id)).map((t) => [t.task, t.decision?.actor.id])).toEqual([
      ['confirm-attribute', 'civil-affairs-head'],
      ['secrecy-review', undefined],
    ]);
  });
});

describe('a decision', () => {
  const pageOf = (id: string): string => `/portal/tasks/${id}`;

  it('that comes second is told who decided, and changes nothing', async () => {
    const { signIn, handIn, openTask, document, place } = await county();
    const id = await handIn(textOf('care-allowance'));
    const task = await openTask(id, 'confirm-attribute');
    const [one, other] = [await signIn(head), await signIn('vice-head@civil-affairs.demo')];
    const fields = { contentHash: task.contentHash, attribute: 'public' };
    await other.get(pageOf(task.id));
    expect((await one.post(`${pageOf(task.id)}/decision`, { ...fields, outcome: 'approve' })).status).toBe(
      303,
    );
    const late = await other.post(`${pageOf(task.id)}/decision`, {
      ...fields,
      outcome: 'return',
      reason: '晚了',
    });
    expect(late).toMatchObject({ status: 303, location: expect.stringContaining('?already') as string });
    expect((await other.get(late.location!)).text).toMatch(/已经?由?.*负责/);
    await place.settle();
    expect((await document(id)).state).toBe('in-review');
  });

  it('on a page of an earlier version decides nothing', async () => {
    const { signIn, handIn, openTask, decide, document, place } = await county();
    const id = await handIn(textOf('care-allowance'));
    const old = await openTask(id, 'confirm-attribute');
    const me = await signIn('vice-head@civil-affairs.demo');
    await me.get(pageOf(old.id));
    await decide(id, 'confirm-attribute', 'head', { outcome: 'return', reason: '请更正' });
    await handIn(`${textOf('care-allowance')}二\n`, { document: id });
    const late = await me.post(`${pageOf(old.id)}/decision`, {
      outcome: 'approve',
      contentHash: old.contentHash,
    });
    expect(late.location).toContain('?already');
    const current = await openTask(id, 'confirm-attribute');
    const stale = await me.post(`${pageOf(current.id)}/decision`, {
      outcome: 'approve',
      attribute: 'public',
      contentHash: old.contentHash,
    });
    expect(stale.status).toBe(409);
    expect(stale.text).toMatch(/最新|过时/);
    await place.settle();
    expect(await document(id)).toMatchObject({ revision: 2, approvals: [] });
  });

  it('without the page’s secret, from another site, or signed out, is refused', async () => {
    const { signIn, handIn, openTask, visitor } = await county();
    const id = await handIn(textOf('care-allowance'));
    const task = await openTask(id, 'confirm-attribute');
    const me = await signIn(head);
    const fields = { outcome: 'approve', attribute: 'public', contentHash: task.contentHash };
    const path = `${pageOf(task.id)}/decision`;
    for (const answer of [
      await me.post(path, { ...fields, csrf: 'x'.repeat(43) }),
      await me.post(path, { ...fields, csrf: '' }),
      await me.post(path, fields, { origin: 'https://evil.example' }),
      await me.post(path, fields, { origin: 'null', 'sec-fetch-site': 'cross-site' }),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.text).toMatch(/刷新后重新提交|重新进入/);
    }
    expect((await visitor().post(path, fields)).status).toBe(303);
    expect((await openTask(id, 'confirm-attribute')).state).toBe('open');
  });

  it('about one’s own work, or in a role one does not have, is refused with the reason', async () => {
    const { signIn, handIn, openTask, approve, document } = await county();
    const id = await handIn(textOf('care-allowance'), {}, { clerk: 'head' });
    const task = await openTask(id, 'confirm-attribute');
    const fields = { outcome: 'approve', attribute: 'public', contentHash: task.contentHash };
    const me = await signIn(head);
    expect((await me.get(pageOf(task.id))).html).not.toContain('name="outcome"');
    const own = await me.post(`${pageOf(task.id)}/decision`, fields);
    expect(own.status).toBe(403);
    expect(own.text).toContain('不能审查自己提交的内容');
    const clerks = await signIn(clerk);
    expect((await clerks.post(`${pageOf(task.id)}/decision`, fields)).text).toContain('您没有这个角色');
    await approve(id, 'confirm-attribute', 'vice-head');
    expect((await document(id)).approvals).toHaveLength(1);
  });
});

describe('what is not one’s own', () => {
  it('a draft of another department cannot be read, downloaded, taken over or found', async () => {
    const { signIn, handIn, openTask } = await county();
    const id = await handIn(textOf('care-allowance'));
    const task = await openTask(id, 'confirm-attribute');
    const other = await signIn(stranger);
    for (const path of [
      `/portal/documents/${id}`,
      `/portal/documents/${id}/files/0`,
      `/portal/tasks/${task.id}`,
      `/portal/tasks/${task.id}/decision`,
      `/portal/upload?document=${id}`,
      `/portal/upload/files?document=${id}`,
      `/portal/upload/sent?document=${id}`,
    ]) {
      const { status, text } = await other.get(path);
      expect([path, [403, 404, 409].includes(status)]).toEqual([path, true]);
      expect(text).not.toContain('高龄津贴');
    }
    const taken = await other.postJson('/portal/upload', {
      ...form,
      document: id,
      files: [{ name: 'x.txt', size: 3 }],
    });
    expect(taken.status).toBe(403);
    expect((await other.get('/portal/documents')).text).not.toContain('高龄津贴');
    expect((await other.get('/portal/tasks')).text).not.toContain('高龄津贴');
  });

  it('the office’s and the administrator’s pages are closed to a clerk', async () => {
    const { signIn, handIn } = await county();
    const id = await handIn(textOf('care-allowance'));
    const me = await signIn(clerk);
    for (const path of [
      '/portal/office',
      '/portal/organisation',
      '/portal/organisation/export',
      '/portal/organisation/finance',
      '/portal/organisation/finance/people/new',
    ])
      expect([path, (await me.get(path)).status]).toEqual([path, 403]);
    for (const path of [
      `/portal/documents/${id}/withdrawal`,
      '/portal/organisation',
      '/portal/organisation/import',
      '/portal/organisation/finance',
      '/portal/organisation/finance/people/finance-head/remove',
      '/portal/organisation/finance/people/finance-head/upload-link',
    ])
      expect([path, (await me.post(path, { reason: 'x', confirm: 'yes' })).status]).toEqual([path, 403]);
  });
});
