import { expect, test } from 'vitest';
import { Hono } from 'hono';
import type { Areas } from './areas.ts';
import { createApp } from './app.tsx';
import { memoryFiles, settings } from './testing.ts';

const stored = {
  'index.html': { text: '<h1>首页</h1>' },
  'all/index.html': { text: '<h1>全部</h1>' },
  'files/d1/0123/2.pdf': { text: '%PDF', contentType: 'application/pdf', downloadName: '通知.pdf' },
  'moved.json': { text: '{"old/list.html":"all/index.html"}' },
  'embed/all.html': { text: '<ul></ul>' },
  'all/feed.atom.xml': { text: '<feed/>', contentType: 'application/atom+xml; charset=utf-8' },
  'assets/site-0123456789ab.css': { text: 'body{}', contentType: 'text/css; charset=utf-8' },
  'files/d1/0123/1.xlsx': {
    text: '表',
    contentType: 'application/octet-stream',
    downloadName: '附件"1"\r\n标准.xlsx',
  },
};
const site = (siteUrl = settings.siteUrl) => {
  const memory = memoryFiles(stored);
  return { ...memory, app: createApp({ files: memory.files, settings: { ...settings, siteUrl } }) };
};

test.each([
  ['/', '<h1>首页</h1>'],
  ['/index.html', '<h1>首页</h1>'],
  ['/all/', '<h1>全部</h1>'],
  ['/all/index.html?from=feed', '<h1>全部</h1>'],
])('%s is answered from the public files', async (path, text) => {
  const response = await site().app.request(path);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(text);
});

test('every page comes with the headers that keep a browser strict', async () => {
  const { headers } = await site().app.request('/');
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; script-src 'self'; form-action 'self'; frame-ancestors 'none'",
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('geolocation=()');
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('only the embed may stand in a frame of somebody else, and it runs nothing', async () => {
  const { headers } = await site().app.request('/embed/all.html');
  expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect(headers.get('content-security-policy')).not.toContain('script-src');
  const page = (await site().app.request('/all/')).headers.get('content-security-policy');
  expect(page).toContain("frame-ancestors 'none'");
});

test('data and feeds may be read by programs on other sites', async () => {
  const { headers } = await site().app.request('/all/feed.atom.xml');
  expect(headers.get('access-control-allow-origin')).toBe('*');
});

test('where the index cannot be reached, the search says so and leads on', async () => {
  const response = await site().app.request('/search?q=%3Cscript%3E');
  expect(response.status).toBe(503);
  const text = await response.text();
  expect(text).toContain('检索暂停');
  expect(text).not.toContain('<script>alert');
});

test('a download carries its given name, without what could break a header or run', async () => {
  const { headers } = await site().app.request('/files/d1/0123/1.xlsx');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="download.xlsx"; filename*=UTF-8''${encodeURIComponent('附件"1"\r\n标准.xlsx')}`,
  );
  expect(headers.get('content-security-policy')).toContain('sandbox');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toContain('no-cache');
});

test('a PDF opens in the browser’s own viewer, under its name, and not as a page', async () => {
  const { headers } = await site().app.request('/files/d1/0123/2.pdf');
  expect(headers.get('content-disposition')).toMatch(/^inline; /);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; object-src 'self'; frame-ancestors 'none'",
  );
});

test('an address that moved leads on, for ever', async () => {
  const response = await site().app.request('/old/list.html');
  expect(response.status).toBe(301);
  expect(response.headers.get('location')).toBe('/all/index.html');
});

test('only the stylesheet, whose path is its hash, may be kept without asking', async () => {
  const { app } = site();
  const css = await app.request('/assets/site-0123456789ab.css');
  expect(css.headers.get('cache-control')).toContain('immutable');
  const feed = await app.request('/all/feed.atom.xml');
  expect(feed.headers.get('cache-control')).toBe('public, no-cache');
  expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
});

test.each(['%s', 'W/%s', '"other", %s', '*'])('If-None-Match %s gets 304 and no body', async (form) => {
  const { app } = site();
  const etag = (await app.request('/')).headers.get('etag')!;
  const response = await app.request('/', { headers: { 'if-none-match': form.replace('%s', etag) } });
  expect(response.status).toBe(304);
  expect(await response.text()).toBe('');
  expect(response.headers.get('etag')).toBe(etag);
});

test('another version is sent in full', async () => {
  const response = await site().app.request('/', { headers: { 'if-none-match': '"0000"' } });
  expect(response.status).toBe(200);
});

test('HEAD says the length and sends no body', async () => {
  const response = await site().app.request('/all/', { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-length')).toBe('15');
  expect(await response.text()).toBe('');
});

test.each([
  '/../records/secret',
  '/..%2f..%2frecords/secret',
  '/%2e%2e/records/secret',
  '/all/..\\..\\records',
  '/.hidden',
  '/all//index.html',
  '/all%00.html',
  '//records/secret',
  `/${'a'.repeat(600)}`,
  '/__proto__',
  '/constructor',
])('%s leads nowhere, politely', async (path) => {
  const { app, asked } = site();
  const response = await app.request(new Request(`https://www.example.gov.cn${path}`));
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('没有找到这个页面');
  const others = asked.filter((key) => key !== 'public/moved.json');
  expect(others.filter((key) => !/^public\/[a-z0-9_/-]+$/i.test(key))).toEqual([]);
});

test('the missing page repeats nothing of the address and is not kept', async () => {
  const response = await site().app.request('/<script>alert(1)</script>');
  expect(await response.text()).not.toContain('alert(1)');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test.each(['POST', 'PUT', 'DELETE'])('%s is refused', async (method) => {
  const response = await site().app.request('/', { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});

test('the path part of the site’s address is taken off', async () => {
  const { app } = site('https://www.example.gov.cn/xxgk');
  expect(await (await app.request('/xxgk/')).text()).toBe('<h1>首页</h1>');
  expect(await (await app.request('/xxgk/all/index.html')).text()).toBe('<h1>全部</h1>');
});

test('an area answers below its name, and is loaded by the first who asks', async () => {
  const { files } = memoryFiles(stored);
  let loaded = 0;
  const areas: Areas = new Map([
    [
      'echo',
      async () => {
        loaded++;
        return () => new Hono().post('/echo/:word', (c) => c.text(c.req.param('word')));
      },
    ],
  ]);
  const siteUrl = 'https://www.example.gov.cn/xxgk';
  const app = createApp({ files, settings: { ...settings, siteUrl } }, undefined, areas);
  expect(loaded).toBe(0);
  expect(await (await app.request('/xxgk/echo/一', { method: 'POST' })).text()).toBe('一');
  expect(await (await app.request('/xxgk/all/')).text()).toBe('<h1>全部</h1>');
});

test('an area that fails unforeseen says so on a page of ours, with its headers and nothing of the inside', async () => {
  const area = () => new Hono().get('/broken', () => Promise.reject(new Error('inside')));
  const areas: Areas = new Map([['broken', () => Promise.resolve(area)]]);
  const { files } = memoryFiles(stored);
  const app = createApp({ files, settings }, undefined, areas);
  const response = await app.request('/broken');
  expect(response.status).toBe(500);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).toMatch(/<html lang="zh-CN">(?!.*inside)/s);
});
