import { beforeEach, expect, it } from 'vitest';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { movePage } from './moved-pages.ts';
import { movedPages } from './stores.ts';
import { writePage } from './write-page.ts';

const actor = { id: 'admin', name: '周管理', role: 'administrator' };
let deps: MemoryDeps;
beforeEach(async () => {
  deps = memoryDeps();
  for (const path of ['a.html', 'b.html']) await writePage(deps.files, path, path);
});
const textOf = async (path: string): Promise<string> =>
  Buffer.from((await deps.files.get('public', path))!.body).toString();

it('writes the table, a page that leads on, and who moved it', async () => {
  await movePage(deps, { from: 'old/list.html', to: 'a.html' }, actor);
  expect(JSON.parse(await textOf('moved.json'))).toEqual({ 'old/list.html': 'a.html' });
  expect(await textOf('old/list.html')).toContain('content="0; url=/a.html"');
  expect((await movedPages(deps.table).need('site')).history).toMatchObject([
    { action: 'page-moved', actor, reason: 'old/list.html → a.html' },
  ]);
});

it('may be moved again, but never from where a page is nor to where none is', async () => {
  await movePage(deps, { from: 'old.html', to: 'a.html' }, actor);
  await movePage(deps, { from: 'old.html', to: 'b.html' }, actor);
  expect(JSON.parse(await textOf('moved.json'))).toEqual({ 'old.html': 'b.html' });
  await expect(movePage(deps, { from: 'a.html', to: 'b.html' }, actor)).rejects.toThrow('现在有网页');
  await expect(movePage(deps, { from: 'x.html', to: 'nothing.html' }, actor)).rejects.toThrow('还没有网页');
});
