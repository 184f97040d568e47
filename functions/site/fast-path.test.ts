import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createFastPath } from './fast-path.ts';
import { createPublicFiles, type PublicFiles } from './public-files.ts';
import { memoryFiles } from './testing.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** Answers 418 where the fast path declines. */
async function listen(publicFiles: PublicFiles, base?: string): Promise<string> {
  const fastPath = createFastPath(publicFiles, base);
  const started = createServer((request, response) => {
    if (!fastPath(request, response)) response.writeHead(418).end();
  });
  server = started;
  await new Promise<void>((resolve) => {
    started.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

async function filled(): Promise<PublicFiles> {
  const publicFiles = createPublicFiles(
    memoryFiles({ 'index.html': { text: '首页' }, 'all/index.html': { text: '全部' } }).files,
  );
  await publicFiles.read('/');
  return publicFiles;
}

test('a file in memory is answered with the headers of the slow path', async () => {
  const publicFiles = await filled();
  const url = await listen(publicFiles);
  const response = await fetch(`${url}/?utm=1`);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('首页');
  expect(response.headers.get('content-length')).toBe('6');
  for (const [name, value] of (await publicFiles.read('/'))!.headers)
    expect(response.headers.get(name)).toBe(value);
});

test('what is not in memory, and what is not reading, is left to the next', async () => {
  const url = await listen(await filled());
  expect((await fetch(`${url}/all/`)).status).toBe(418);
  expect((await fetch(`${url}/../index.html/..`)).status).not.toBe(500);
  expect((await fetch(url, { method: 'POST' })).status).toBe(418);
});

test('an invalidated file is left to the next at once', async () => {
  const publicFiles = await filled();
  const url = await listen(publicFiles);
  publicFiles.invalidate('index.html');
  expect((await fetch(url)).status).toBe(418);
});

test('304 and HEAD carry no body', async () => {
  const url = await listen(await filled());
  const head = await fetch(url, { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe('6');
  expect(await head.text()).toBe('');
  const again = await fetch(url, { headers: { 'if-none-match': head.headers.get('etag')! } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
});

test('below a path part, only what is below it is answered', async () => {
  const url = await listen(await filled(), '/xxgk');
  expect(await (await fetch(`${url}/xxgk/`)).text()).toBe('首页');
  expect((await fetch(`${url}/`)).status).toBe(418);
  expect((await fetch(`${url}/xxgkindex.html`)).status).toBe(418);
});
