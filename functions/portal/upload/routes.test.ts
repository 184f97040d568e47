import { describe, expect, it } from 'vitest';
import { documents } from '../../shared/stores.ts';
import { createApp } from '../app.tsx';
import { hours, signInAs, TestBrowser, testPlace } from '../testing.ts';
import { uploadLink } from './link.ts';

const place = async (options?: Parameters<typeof testPlace>[0]) => {
  const made = await testPlace(options);
  return { ...made, app: createApp(made.deps) };
};
const fields = {
  title: '',
  attribute: 'public',
  ground: '',
  catalogueItem: 'budgets',
  needsInterpretation: 'no',
};
const files = [{ name: '正文.txt', size: 10 }];

describe('the form', () => {
  it('is for signed-in people and brings others back after signing in', async () => {
    const { app } = await place();
    const answer = await new TestBrowser(app).get('/portal/upload?document=abc');
    expect(answer.headers.get('location')).toBe('/portal/sign-in?next=%2Fportal%2Fupload%3Fdocument%3Dabc');
  });

  it('tells the department, types and limits before anything is chosen', async () => {
    const made = await place();
    const browser = await signInAs(made, made.app, 'clerk');
    const html = await (await browser.get('/portal/upload')).text();
    for (const text of [
      '财政局',
      'docx、doc、wps、pdf、ofd、xlsx',
      '20 MB',
      '最多 10 个',
      '涉密不上网',
      '财政预决算',
    ])
      expect(html).toContain(text);
  });

  it('without scripts leads to one plain form per file, posted straight to storage', async () => {
    const made = await place();
    const browser = await signInAs(made, made.app, 'clerk');
    const answer = await browser.post('/portal/upload', { ...fields, attachments: '1' });
    const path = answer.headers.get('location')!;
    expect(path).toMatch(/^\/portal\/upload\/files\?document=[a-z0-9]+$/);
    const html = await (await browser.get(path)).text();
    expect(html.match(/action="https:\/\/storage\.example\/inbox"/g)).toHaveLength(2);
    expect(html.match(/type="file" name="file"/g)).toHaveLength(2);
  });

  it('shows again what was typed, with the messages beside the fields', async () => {
    const made = await place();
    const browser = await signInAs(made, made.app, 'clerk');
    const typed = { ...fields, title: '"><img src=x onerror=alert(1)>', attribute: 'withheld' };
    const answer = await browser.post('/portal/upload', typed);
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain('id="f-ground-error">不是主动公开的，必须选择法定理由');
    expect(html).toContain('value="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"');
    expect(html).toMatch(/value="withheld" checked/);
    expect(html).not.toContain('<img');
  });

  it('folds the posted list away until something is written there or wrong', async () => {
    const made = await place();
    const browser = await signInAs(made, made.app, 'clerk');
    expect(await (await browser.get('/portal/upload')).text()).toMatch(
      /<details class="fold"><summary>公示名单/,
    );
    const typed = { ...fields, postingGround: 'other', postingOther: '惯例', postingUntil: '' };
    const html = await (await browser.post('/portal/upload', typed)).text();
    expect(html).toMatch(/<details class="fold" open=""><summary>公示名单/);
    expect(html).toContain('id="f-postingOther-error">请写明法律法规的名称和条款');
    expect(html).toContain('id="f-postingUntil-error">请填写公示截止日期');
    expect(html).toContain('value="惯例"');
    expect(html).toContain('<option value="other" selected="">');
  });

  it('takes the form as JSON from the script and answers with the posts and where to go next', async () => {
    const made = await place();
    const browser = await signInAs(made, made.app, 'clerk');
    const answer = await browser.postJson('/portal/upload', { ...fields, files });
    const told = (await answer.json()) as { documentId: string; posts: unknown[]; next: string };
    expect(answer.status).toBe(201);
    expect(told.posts).toHaveLength(1);
    expect(told.next).toBe(`/portal/documents/${told.documentId}`);
  });

  it('answers the script with one message per field', async () => {
    const made = await place();
    const browser = await signInAs(made, made.app, 'clerk');
    const answer = await browser.postJson('/portal/upload', { ...fields, attribute: 'redacted', files: [] });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { fields: object }).fields).toEqual({
      ground: '不是主动公开的，必须选择法定理由',
      files: '请选择要上传的文件',
    });
  });

  it('refuses JSON without the session’s token', async () => {
    const made = await place();
    const browser = await signInAs(made, made.app, 'clerk');
    const answer = await browser.postJson('/portal/upload', { ...fields, files, csrf: 'x' });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: expect.stringContaining('页面已失效') as string });
  });

  it('allows the storage’s origin, and nothing else, in the content security policy', async () => {
    const { app } = await place();
    const policy = (await new TestBrowser(app).get('/portal/sign-in')).headers.get('content-security-policy');
    expect(policy).toContain("connect-src 'self' https://storage.example;");
    expect(policy).toContain("form-action 'self' https://storage.example;");
    expect(policy).not.toContain('unsafe-inline');
  });
});

describe('an upload link', () => {
  const linked = async () => {
    const made = await place();
    const end = new Date(made.deps.clock.now().getTime() + hours(24));
    const url = new URL(uploadLink(made.deps, 'clerk', 'finance', end));
    return {
      ...made,
      browser: new TestBrowser(made.app),
      path: url.pathname + url.search,
      link: url.searchParams.get('link')!,
    };
  };

  it('hands in for its person without a session, and ends on a page it opens itself', async () => {
    const { deps, browser, path, link } = await linked();
    expect((await browser.get(path)).status).toBe(200);
    const answer = await browser.postJson('/portal/upload', { ...fields, files, link });
    const told = (await answer.json()) as { documentId: string; next: string };
    expect((await documents(deps.table).need(told.documentId)).author).toBe('clerk');
    const html = await (await browser.get(told.next)).text();
    expect(html).toContain('文件还没有传完');
  });

  it('opens nothing but the upload', async () => {
    const { browser, path } = await linked();
    await browser.get(path);
    expect((await browser.get('/portal/organisation')).status).toBe(303);
  });

  it.each([
    ['changed', (link: string) => `x${link}`],
    ['signed by nobody', (link: string) => link.split('.')[0]!],
    ['nonsense', () => 'a.b'],
  ])('is refused when %s, saying what to do', async (_, change) => {
    const { browser, link } = await linked();
    const answer = await browser.get(`/portal/upload?link=${change(link)}`);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('请管理员重新发送上传链接');
  });

  it('expires', async () => {
    const { browser, path, link, wait } = await linked();
    wait(hours(24));
    expect((await browser.get(path)).status).toBe(410);
    expect((await browser.post('/portal/upload', { ...fields, link })).status).toBe(410);
  });

  it('is worth nothing once the person belongs to another department', async () => {
    const { deps, browser } = await linked();
    const url = new URL(uploadLink(deps, 'clerk', 'health', new Date('2026-04-01T00:00:00Z')));
    expect((await browser.get(url.pathname + url.search)).status).toBe(410);
  });
});

describe('coming back', () => {
  it('goes on with the files that have not arrived', async () => {
    const made = await place();
    const browser = await signInAs(made, made.app, 'clerk');
    const answer = await browser.postJson('/portal/upload', { ...fields, files });
    const { documentId } = (await answer.json()) as { documentId: string };
    const back = await browser.get(`/portal/upload?document=${documentId}`);
    expect(back.headers.get('location')).toBe(`/portal/upload/files?document=${documentId}`);
  });

  it('refuses the documents of others', async () => {
    const made = await place();
    const clerk = await signInAs(made, made.app, 'clerk');
    const answer = await clerk.postJson('/portal/upload', { ...fields, files });
    const { documentId } = (await answer.json()) as { documentId: string };
    const nurse = await signInAs(made, made.app, 'nurse');
    expect((await nurse.get(`/portal/upload?document=${documentId}`)).status).toBe(403);
    expect((await nurse.get(`/portal/upload/files?document=${documentId}`)).status).toBe(403);
  });
});
