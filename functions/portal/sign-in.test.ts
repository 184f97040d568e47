import { describe, expect, it, vi } from 'vitest';
import { departments, forgetOrganisation } from '../shared/organisation.ts';
import { createApp } from './app.tsx';
import { accountOf } from './security-log.ts';
import { hours, linkIn, signInAs, TestBrowser, testPlace } from './testing.ts';

const place = async () => {
  const made = await testPlace();
  return { ...made, app: createApp(made.deps) };
};
const email = 'clerk@county.example';

describe('asking for a link', () => {
  it('answers the same whether the person exists or not, and mails only who does', async () => {
    const { app, mails } = await place();
    const browser = new TestBrowser(app);
    const known = await browser.post('/portal/sign-in', { email });
    const unknown = await browser.post('/portal/sign-in', { email: 'nobody@county.example' });
    expect(unknown.status).toBe(known.status);
    expect((await unknown.text()).replaceAll('nobody@', 'clerk@')).toBe(await known.text());
    expect(mails.map((m) => m.to)).toEqual([email]);
  });

  it('refuses what is no address, beside the field and with what was typed escaped', async () => {
    const { app, mails } = await place();
    const answer = await new TestBrowser(app).post('/portal/sign-in', {
      email: '"><script>alert(1)</script>',
    });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain('请填写完整的电子邮箱');
    expect(html).not.toContain('<script>alert');
    expect(mails).toHaveLength(0);
  });

  it('stops after five asks in a quarter of an hour, known or not, and begins anew afterwards', async () => {
    const { app, mails, wait } = await place();
    const browser = new TestBrowser(app);
    const ask = async (email: string) => (await browser.post('/portal/sign-in', { email })).status;
    for (let i = 0; i < 5; i++) expect([await ask(email), await ask('ghost@x.example')]).toEqual([200, 200]);
    expect([await ask(email), await ask('ghost@x.example')]).toEqual([429, 429]);
    expect(mails).toHaveLength(5);
    wait(hours(0.25));
    expect(await ask(email)).toBe(200);
  });

  it('stops one place after sixty asks, whatever the addresses, and no other place', async () => {
    const { app } = await place();
    const ask = async (from: string, email: string) =>
      (
        await new TestBrowser(app).send('/portal/sign-in', {
          body: new URLSearchParams({ email }),
          headers: { 'x-forwarded-for': from },
        })
      ).status;
    const statuses = [];
    for (let i = 0; i < 62; i++) statuses.push(await ask('192.0.2.7', `ghost${i}@county.example`));
    expect(statuses).toEqual([...Array<number>(60).fill(200), 429, 429]);
    expect(await ask('192.0.2.8', email)).toBe(200);
  });

  it('says when the mail server is down, and works again when it is back', async () => {
    const { deps, mails } = await place();
    let down = true;
    const send: typeof deps.mail.send = (m) =>
      down ? Promise.reject(new Error('ECONNREFUSED')) : deps.mail.send(m);
    const browser = new TestBrowser(createApp({ ...deps, mail: { send } }));
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const answer = await browser.post('/portal/sign-in', { email });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('邮件服务器暂时没有响应');
    expect(log.mock.calls[0]![0]).toContain('ECONNREFUSED');
    log.mockRestore();
    down = false;
    expect((await browser.post('/portal/sign-in', { email })).status).toBe(200);
    expect(mails).toHaveLength(1);
  });

  it('stores nothing by which somebody who reads the table could sign in', async () => {
    const { app, deps, mails } = await place();
    await new TestBrowser(app).post('/portal/sign-in', { email });
    const opaque = linkIn(mails[0]!).split('/').at(-1)!;
    expect(await deps.table.get(`sign-in#${opaque}`)).toBeUndefined();
    expect(opaque.length).toBeGreaterThanOrEqual(43);
  });
});

describe('using a link', () => {
  const mailed = async () => {
    const made = await place();
    const browser = new TestBrowser(made.app);
    await browser.post('/portal/sign-in', { email, next: '/portal/upload?document=abc' });
    return { ...made, browser, path: new URL(linkIn(made.mails[0]!)).pathname };
  };

  it('shows who signs in and changes nothing when looked at, however often', async () => {
    const { browser, path } = await mailed();
    for (let i = 0; i < 3; i++) {
      const answer = await browser.get(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('测试clerk');
    }
    expect(browser.cookie).toBe('');
    expect((await browser.post(path, {})).status).toBe(303);
  });

  it('signs in with a cookie scripts cannot read, and goes where the person wanted to go', async () => {
    const { browser, path } = await mailed();
    const answer = await browser.post(path, {});
    expect(answer.headers.get('location')).toBe('/portal/upload?document=abc');
    const cookie = answer.headers.get('set-cookie')!;
    expect(cookie).toMatch(/^__Host-/);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
  });

  it('works once, even when pressed twice at the same moment', async () => {
    const { app, path, browser } = await mailed();
    const other = new TestBrowser(app);
    const answers = await Promise.all([browser.post(path, {}), other.post(path, {})]);
    expect(answers.map((a) => a.status).toSorted((a, b) => a - b)).toEqual([303, 410]);
    expect(await (await other.get(path)).text()).toContain('重新获取登录链接');
  });

  it('does not work after ten minutes', async () => {
    const { browser, path, wait } = await mailed();
    wait(hours(10 / 60));
    expect((await browser.get(path)).status).toBe(410);
    expect((await browser.post(path, {})).status).toBe(410);
    expect(browser.cookie).toBe('');
  });
});

describe('a session', () => {
  const signedIn = async () => {
    const made = await place();
    return { ...made, browser: await signInAs(made, made.app, 'clerk') };
  };

  it('shows the person on every page and ends with 退出', async () => {
    const { browser } = await signedIn();
    expect(await (await browser.get('/portal/upload')).text()).toContain('测试clerk');
    expect((await browser.post('/portal/sign-out', {})).status).toBe(303);
    expect((await browser.get('/portal/upload')).headers.get('location')).toContain('/portal/sign-in?next=');
  });

  it('that ended tells who posts that nothing was taken', async () => {
    const { browser } = await signedIn();
    await browser.post('/portal/sign-out', {});
    const answer = await browser.post('/portal/documents/d1/withdrawal', { reason: '写了很久的理由' });
    expect(answer.headers.get('location')).toBe('/portal/sign-in?unsent');
    expect(await (await browser.get('/portal/sign-in?unsent')).text()).toContain('刚才的内容没有提交');
    expect(await (await browser.get('/portal/sign-in')).text()).not.toContain('刚才的内容没有提交');
  });

  it('ends after 12 hours, however busy', async () => {
    const { browser, wait } = await signedIn();
    for (let hour = 1; hour < 12; hour++) {
      wait(hours(1));
      expect((await browser.get('/portal/upload')).status).toBe(200);
    }
    wait(hours(1));
    expect((await browser.get('/portal/upload')).status).toBe(303);
  });

  it('ends when nothing was done for two hours', async () => {
    const { browser, wait } = await signedIn();
    wait(hours(1.9));
    expect((await browser.get('/portal/upload')).status).toBe(200);
    wait(hours(1.9));
    expect((await browser.get('/portal/upload')).status).toBe(200);
    wait(hours(2));
    expect((await browser.get('/portal/upload')).status).toBe(303);
  });

  it('is another after every sign-in, and the one before is over', async () => {
    const made = await signedIn();
    const before = made.browser.cookie;
    await made.browser.post('/portal/sign-in', { email });
    await made.browser.post(new URL(linkIn(made.mails.at(-1)!)).pathname, {});
    expect(made.browser.cookie).not.toBe(before);
    made.browser.cookie = before;
    expect((await made.browser.get('/portal/upload')).status).toBe(303);
  });

  it('planted by somebody else before signing in is not taken over', async () => {
    const { app, mails } = await place();
    const browser = new TestBrowser(app);
    browser.cookie = `__Host-gongkai-session=${'A'.repeat(43)}`;
    await browser.post('/portal/sign-in', { email });
    await browser.post(new URL(linkIn(mails.at(-1)!)).pathname, {});
    expect(browser.cookie).not.toContain('AAAA');
    expect((await browser.get('/portal/upload')).status).toBe(200);
  });

  it('ends on every device when its person says so, and a later one counts', async () => {
    const made = await signedIn();
    const elsewhere = await signInAs(made, made.app, 'clerk');
    made.wait(1000);
    expect(await (await made.browser.get('/portal/sign-out')).text()).toContain('在所有设备上退出');
    await made.browser.post('/portal/sign-out', { everywhere: 'yes' });
    expect((await elsewhere.get('/portal/upload')).status).toBe(303);
    made.wait(1000);
    const later = await signInAs(made, made.app, 'clerk');
    expect((await later.get('/portal/upload')).status).toBe(200);
  });

  it('ends when an administrator ends it, and nobody else can', async () => {
    const made = await signedIn();
    const path = '/portal/organisation/finance/people/clerk/sign-out';
    const head = await signInAs(made, made.app, 'head');
    expect((await head.post(path, {})).status).toBe(403);
    const admin = await signInAs(made, made.app, 'admin');
    expect((await admin.post(path, {})).status).toBe(303);
    expect((await made.browser.get('/portal/upload')).status).toBe(303);
  });

  it('ends at midnight in the county when the role ends that day', async () => {
    const made = await place();
    made.wait(hours(10));
    const browser = await signInAs(made, made.app, 'leaver');
    for (const later of [1.9, 1.9, 1.1]) {
      made.wait(hours(later));
      expect((await browser.get('/portal/upload')).status).toBe(200);
    }
    made.wait(hours(0.2));
    expect((await browser.get('/portal/upload')).status).toBe(303);
  });

  it('ends when the person is removed', async () => {
    const { browser, deps } = await signedIn();
    await departments(deps.table).update('finance', (d) => ({ ...d, people: [] }));
    forgetOrganisation(deps.table);
    expect((await browser.get('/portal/upload')).status).toBe(303);
  });

  it('refuses a post without the hidden field, and one from another site', async () => {
    const { browser } = await signedIn();
    browser.csrf = 'made-up';
    const forged = await browser.post('/portal/sign-out', {});
    expect(forged.status).toBe(403);
    const foreign = await browser.send('/portal/sign-out', {
      body: new URLSearchParams(),
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).toContain('请求不是从本平台的页面发出的');
    expect((await browser.get('/portal/upload')).status).toBe(200);
  });

  it('takes forms under no-referrer, where browsers hide the origin', async () => {
    const { browser } = await signedIn();
    const body = new URLSearchParams({ csrf: browser.csrf });
    const headers = { origin: 'null', 'sec-fetch-site': 'same-origin' };
    expect((await browser.send('/portal/sign-out', { body, headers })).status).toBe(303);
  });
});

describe('the security log', () => {
  it('tells who signed in, in vain or not, by a hash of the account and nothing else', async () => {
    const { app, mails, lines } = await place();
    const browser = new TestBrowser(app);
    await browser.post('/portal/sign-in', { email: 'nobody@county.example' });
    await browser.post('/portal/sign-in', { email });
    const path = new URL(linkIn(mails[0]!)).pathname;
    await browser.post(path, {});
    await new TestBrowser(app).post(path, {});
    await browser.get('/portal/sign-out');
    await browser.post('/portal/sign-out', { everywhere: 'yes' });
    const account = accountOf('clerk');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { event: 'sign-in-address-unknown', level: 'WARN' },
      { event: 'sign-in-link-sent', account },
      { event: 'signed-in', account },
      { event: 'sign-in-link-spent', level: 'WARN' },
      { event: 'all-sessions-ended', account },
      { event: 'signed-out', account },
    ]);
    expect(lines.join()).not.toMatch(/clerk|nobody|county\.example|[\w-]{43}/);
  });
});
