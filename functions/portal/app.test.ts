import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import {
  InputRefused,
  NotAllowed,
  NotFound,
  StalePage,
  TryLater,
  WrongState,
} from '@gongkai/domain/errors.ts';
import { createApp } from './app.tsx';
import type { PortalEnv } from './env.ts';
import { framed } from './frame.ts';
import { assetPath } from './static.ts';
import { signInAs, TestBrowser, testPlace } from './testing.ts';

const place = async () => {
  const made = await testPlace();
  return { ...made, app: createApp(made.deps) };
};

describe('every answer', () => {
  it('carries the security headers and is not kept', async () => {
    const { app } = await place();
    const { headers } = await new TestBrowser(app).get('/portal/sign-in');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('holds no inline style, script or handler, which the policy would stop', async () => {
    const { app, ...made } = await place();
    const browser = await signInAs(made, app, 'admin');
    for (const path of [
      '/portal/sign-in/x',
      '/portal/upload',
      '/portal/organisation',
      '/portal/organisation/finance',
    ]) {
      const html = await (await browser.get(path)).text();
      expect(html).toContain('<html lang="zh-CN">');
      expect(html).not.toMatch(/<style|<script(?! src)| style=| on[a-z]+=/);
    }
  });

  it('has assets whose names carry their content, to be kept for ever', async () => {
    const { app } = await place();
    const answer = await new TestBrowser(app).get(assetPath('portal.css'));
    expect(assetPath('portal.css')).toMatch(/^\/portal\/static\/portal\.[0-9a-f]{12}\.css$/);
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });
});

it('says that it was lost what could not be kept, though it seemed done', async () => {
  const { app, ...made } = await place();
  const browser = await signInAs(made, app, 'clerk');
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
  const losing = new TestBrowser(createApp({ ...made.deps, kept: () => Promise.reject(full) }));
  Object.assign(losing, { cookie: browser.cookie, csrf: browser.csrf });
  const answer = await losing.post('/portal/sign-out', {});
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('服务器存储空间已满');
  expect(log).toHaveBeenCalledTimes(1);
});

describe('an error', () => {
  const failing = async (error: Error) => {
    const { deps } = await place();
    const app = framed(deps, () =>
      new Hono<PortalEnv>().get('/portal/fail', () => {
        throw error;
      }),
    );
    return (accept: string) => app.request('https://county.example/portal/fail', { headers: { accept } });
  };

  it.each([
    [new InputRefused('标题太长。'), 400, '标题太长。'],
    [new NotAllowed('您不是审查人。'), 403, '您不是审查人。'],
    [new NotFound('document x 不存在'), 404, '没有找到'],
    [new WrongState('已经办理。', 'decided'), 409, '已经办理。'],
    [new StalePage('内容已变。'), 409, '内容已变。'],
    [new TryLater('磁盘已满。'), 503, '磁盘已满。'],
    [Object.assign(new Error('write'), { code: 'ENOSPC' }), 503, '服务器存储空间已满'],
  ])('%s becomes a page with advice, or JSON for scripts', async (error, status, text) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const ask = await failing(error);
    const page = await ask('text/html');
    expect(page.status).toBe(status);
    expect(await page.text()).toContain(text);
    const json = await ask('application/json');
    expect(json.status).toBe(status);
    expect(((await json.json()) as { error: string }).error).toContain(text);
    expect(log).toHaveBeenCalledTimes(status === 503 ? 2 : 0);
    log.mockRestore();
  });

  it('nobody foresaw shows a reference and nothing else, and is recorded with it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const ask = await failing(new Error('SQLITE_FULL at /srv/secret'));
    const page = await ask('text/html');
    const html = await page.text();
    const reference = /编号：<code>([0-9a-f]{8})<\/code>/.exec(html)![1]!;
    expect(page.status).toBe(500);
    expect(html).not.toContain('SQLITE');
    expect(log.mock.calls[0]![0]).toContain(reference);
    expect(log.mock.calls[0]![0]).toContain('SQLITE_FULL');
    log.mockRestore();
  });

  it('of an address nobody knows is a page in Chinese', async () => {
    const { app } = await place();
    const answer = await new TestBrowser(app).get('/portal/nowhere');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('没有找到');
  });

  it('of a form beyond two megabytes says so', async () => {
    const made = await place();
    const browser = await signInAs(made, made.app, 'clerk');
    const answer = await browser.post('/portal/upload', { title: 'x'.repeat(3_000_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('提交的内容太大');
  });

  it('of more than a stranger has to say is an invitation to sign in, before anything is read', async () => {
    const { app } = await place();
    const browser = new TestBrowser(app);
    const many = Array.from({ length: 10_000 }, (_, i) => `f${i}=`).join('&');
    for (const cookie of ['', '__Host-gongkai-session=of-nobody']) {
      browser.cookie = cookie;
      const answer = await browser.post('/portal/sign-in', { email: many });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/portal/sign-in?unsent']);
      expect((await browser.postJson('/portal/upload', { title: many })).status).toBe(401);
    }
    expect((await browser.post('/portal/sign-in', { email: 'a'.repeat(60_000) })).status).toBe(400);
  });

  it('of JSON that is none is told as such', async () => {
    const { app } = await place();
    const answer = await new TestBrowser(app).send('/portal/upload', {
      body: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
  });
});
