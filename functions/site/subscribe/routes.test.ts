import { describe, expect, it } from 'vitest';
import { itemFiles } from '@gongkai/pages/item-page.tsx';
import { itemView } from '@gongkai/pages/testing/fixture.ts';
import { memoryDeps } from '../../../test/support/memory-deps.ts';
import { siteView } from '../../shared/site-view.ts';
import { confirmWithinHours } from '../../shared/subscriptions.ts';
import { writePage } from '../../shared/write-page.ts';
import { subscribeRoutes } from './routes.ts';

const origin = 'http://site.test';

function site() {
  const deps = memoryDeps();
  const app = subscribeRoutes({ ...deps, subscribing: () => Promise.resolve(deps) });
  const get = (path: string) => app.request(`${origin}${path}`);
  const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    app.request(`${origin}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin, 'x-forwarded-for': '192.0.2.7', ...headers },
    });
  const ask = (fields: Record<string, string> = {}, headers?: Record<string, string>) =>
    post('/subscribe', { topic: 'site#site', word: '', email: 'reader@example.com', ...fields }, headers);
  const confirmPath = (n = -1): string => /\/subscribe\/confirm\/[\w-]{43}/.exec(deps.mails.at(n)!.text)![0];
  const subscribed = async (partition: string) =>
    (await deps.table.query('subscriptions-by-topic', { partition, limit: 100 })).items;
  return { deps, app, get, post, ask, confirmPath, subscribed };
}

/** As the digest names it. */
const stopPath = (
  deps: ReturnType<typeof memoryDeps>,
  kind: string,
  id: string,
  email = 'reader@example.com',
) => `/subscribe/stop/${deps.links.opaqueId('subscription', email, kind, id)}`;

describe('asking', () => {
  it.each([
    ['multipart/form-data; boundary=x', 'abc'],
    ['multipart/form-data', 'abc'],
    ['application/json', '{"email":'],
  ])('with a form of %s that cannot be read is asked to fill it in', async (type, body) => {
    const headers = { origin, 'content-type': type };
    const response = await site().app.request(`${origin}/subscribe`, { method: 'POST', body, headers });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('邮箱');
  });

  it('shows the form with the list chosen from which one comes, as text', async () => {
    const html = await (await site().get('/subscribe?column=policies&word=%3Cscript%3Ealert(1)')).text();
    expect(html).toMatch(/<option value="column#policies" selected/);
    expect(html).toContain('value="&lt;script&gt;alert(1)"');
    expect(html).not.toContain('<script>alert');
  });

  it('offers an item of the catalogue to whoever comes from its page, and names it in the mail', async () => {
    const { deps, get, ask, post, confirmPath, subscribed } = site();
    for (const { path, body } of itemFiles(await siteView(deps), itemView()))
      await writePage(deps.files, path, body);
    const { id } = itemView().item;
    const form = await (await get(`/subscribe?item=${id}`)).text();
    expect(form).toMatch(new RegExp(`<option value="item#${id}" selected="">综合业务·监督检查`));
    expect(await (await get('/subscribe')).text()).not.toContain('item#');

    const wrong = await (await ask({ topic: `item#${id}`, email: 'reader' })).text();
    expect(wrong).toMatch(new RegExp(`<option value="item#${id}" selected`));
    await ask({ topic: `item#${id}` });
    expect(deps.mails[0]!.text).toContain('公开事项“综合业务·监督检查”');
    await post(confirmPath());
    expect(await subscribed(`item#${id}`)).toHaveLength(1);
    expect(await (await get(stopPath(deps, 'item', id))).text()).toContain('公开事项“综合业务·监督检查”');
    await post(stopPath(deps, 'item', id));
    expect(await subscribed(`item#${id}`)).toEqual([]);
  });

  it.each([
    ['no address', { email: 'reader' }, '请填写正确的电子邮箱'],
    ['a second header', { email: 'a@example.com\r\nBcc: b@example.com' }, '请填写正确的电子邮箱'],
    ['an unknown column', { topic: 'column#nowhere' }, '请从列表中选择订阅范围'],
    ['an unknown item', { topic: 'item#budgets-0a1b2c3d' }, '请从列表中选择订阅范围'],
    ['an item that climbs', { topic: 'item#../../columns/policies' }, '请从列表中选择订阅范围'],
    ['a word as if it were a list', { topic: 'word#补贴' }, '请从列表中选择订阅范围'],
    ['a made-up topic', { topic: '"><script>' }, '请从列表中选择订阅范围'],
    ['a word that is an address', { word: 'http://evil.example' }, '不能是网址'],
    ['a word that is an address in wide letters', { word: 'ｅｖｉｌ．ｅｘａｍｐｌｅ' }, '不能是网址'],
    ['a word of one letter', { word: '补' }, '关键词请填 2 至 30 个字'],
  ])('refuses %s, says what to do and keeps what was typed as text', async (_, fields, message) => {
    const { ask, deps } = site();
    const response = await ask({ word: '', ...fields });
    const html = await response.text();
    expect(response.status).toBe(400);
    expect(html).toContain(message);
    expect(html).not.toContain('"><script>');
    expect(deps.mails).toEqual([]);
  });

  it('answers and mails the same whether the address is subscribed or not', async () => {
    const { ask, post, confirmPath, deps } = site();
    const first = await ask();
    await post(confirmPath());
    const second = await ask();
    expect([second.status, await second.text()]).toEqual([first.status, await first.text()]);
    const words = deps.mails.map((m) => m.text.replace(/confirm\/\S+/, ''));
    expect(words[1]).toBe(words[0]);
  });

  it('stops mailing strangers without end where a proxy does not say for whom it asks', async () => {
    const { ask, deps } = site();
    let stopped = 0;
    for (let n = 0; stopped === 0 && n < 700; n++)
      if ((await ask({ email: `r${n}@example.com` }, { 'x-forwarded-for': '' })).status === 429) stopped = n;
    expect([stopped, deps.mails.length]).toEqual([600, 600]);
  });

  it('stops filling a mailbox, and an address that asks too often', async () => {
    const { ask, deps } = site();
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await ask()).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(deps.mails).toHaveLength(5);
    const others = [];
    for (let i = 0; i < 60; i++) others.push((await ask({ email: `reader${i}@example.com` })).status);
    expect(others).toContain(429);
    const elsewhere = await ask({ email: 'other@example.com' }, { 'x-forwarded-for': '192.0.2.8' });
    expect(elsewhere.status).toBe(200);
  });

  it('takes no form of another site', async () => {
    const { ask, deps } = site();
    expect((await ask({}, { origin: 'https://evil.example' })).status).toBe(403);
    expect(deps.mails).toEqual([]);
  });

  it('says that it is closed where there is nothing to keep a subscription in', async () => {
    const { settings, files } = memoryDeps();
    const response = await subscribeRoutes({ settings, files }).request('/subscribe');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('邮件订阅暂停');
  });
});

describe('confirming', () => {
  it('needs the button: the link alone, however often it is opened, subscribes nobody', async () => {
    const { ask, get, post, confirmPath, subscribed } = site();
    await ask({ topic: 'column#policies' });
    for (let i = 0; i < 3; i++) expect(await (await get(confirmPath())).text()).toContain('确认订阅');
    expect(await subscribed('column#policies')).toEqual([]);
    expect(await (await post(confirmPath())).text()).toContain('订阅成功');
    expect((await subscribed('column#policies')).map((i) => i.value['email'])).toEqual([
      'reader@example.com',
    ]);
  });

  it('takes a link once, and only for a day', async () => {
    const { ask, get, post, confirmPath, subscribed, deps } = site();
    await ask();
    await post(confirmPath());
    expect((await post(confirmPath())).status).toBe(410);
    await ask({ word: '补贴' });
    deps.setNow(new Date(deps.clock.now().getTime() + confirmWithinHours * 3_600_000).toISOString());
    expect([(await get(confirmPath())).status, (await post(confirmPath())).status]).toEqual([410, 410]);
    expect(await subscribed('word')).toEqual([]);
  });

  it('keeps one subscription of one address and topic, however often it is confirmed', async () => {
    const { ask, post, confirmPath, subscribed } = site();
    await ask();
    await ask({ email: 'READER@example.com' });
    await post(confirmPath(0));
    await post(confirmPath(1));
    expect(await subscribed('site#site')).toHaveLength(1);
  });
});

describe('ending', () => {
  it('shows a button, and deletes the address by it', async () => {
    const { ask, get, post, confirmPath, subscribed, deps } = site();
    await ask();
    await post(confirmPath());
    expect(await (await get(stopPath(deps, 'site', 'site'))).text()).toContain('退订');
    expect(await subscribed('site#site')).toHaveLength(1);
    expect(await (await post(stopPath(deps, 'site', 'site'))).text()).toContain('已经退订');
    expect(await subscribed('site#site')).toEqual([]);
  });

  it('takes one click of a mail program, without a session or an origin, for several at once', async () => {
    const { app, ask, post, confirmPath, subscribed, deps } = site();
    await ask();
    await ask({ word: '补贴' });
    await post(confirmPath(0));
    await post(confirmPath(1));
    const path = `${stopPath(deps, 'site', 'site')}.${stopPath(deps, 'word', '补贴').split('/').at(-1)}`;
    const response = await app.request(`${origin}${path}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).toBe(200);
    expect([...(await subscribed('site#site')), ...(await subscribed('word'))]).toEqual([]);
  });

  it('ends nothing by an id that was guessed, and says the same', async () => {
    const { ask, post, confirmPath, subscribed } = site();
    await ask();
    await post(confirmPath());
    expect((await post(`/subscribe/stop/${'A'.repeat(43)}`)).status).toBe(200);
    expect(await subscribed('site#site')).toHaveLength(1);
  });
});
