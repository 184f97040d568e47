import { beforeEach, expect, it } from 'vitest';
import { documentItem, settle } from '../../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../../test/support/memory-deps.ts';
import { documents } from '../../shared/stores.ts';
import { signedInBrowser } from '../tasks/signed-in-browser.ts';

let deps: MemoryDeps;
beforeEach(async () => {
  deps = memoryDeps();
  await settle(deps, 'secrecy-review', { document: { state: 'published' } });
});
const path = '/portal/documents/d1/validity';
const form = { state: 'repealed', since: '2026-03-01', basis: '由新办法废止', successor: '' };

it('starts once, however often the button is pressed, with who, when and why', async () => {
  const editor = await signedInBrowser(deps, 'editor');
  for (let i = 0; i < 2; i++)
    expect((await editor.post(path, form)).headers.get('location')).toBe('/portal/documents/d1?marking');
  expect(deps.starts).toEqual([
    {
      machine: 'validity',
      name: 'd1-validity-1',
      input: {
        documentId: 'd1',
        change: { state: 'repealed', since: '2026-03-01', reason: '由新办法废止' },
        actor: { id: 'editor', name: '钱审核', role: 'office-editor' },
      },
    },
  ]);
  expect(await (await editor.get('/portal/documents/d1?marking')).text()).toContain('已开始标注');
});

it.each([
  ['', '请选择有效性'],
  ['amended-by-nobody', '请选择有效性'],
])('the state %j is refused', async (state, words) => {
  const response = await (await signedInBrowser(deps, 'editor')).post(path, { ...form, state });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(words);
});

it.each([
  [{ basis: ' ' }, '请填写理由'],
  [{ basis: '陈某甲（990101199901010014）申请更正' }, '理由中有 1 处不能公开的内容'],
  [{ since: '2026-03-03' }, '日期不能晚于今天'],
  [{ successor: '《新办法》' }, '请粘贴替代文件公开页面的网址'],
  [{ successor: 'http://site.test/documents/nothing.html' }, '本站没有公开这份文件'],
])('%o is refused in words that help, and what was entered stays', async (wrong, words) => {
  const response = await (
    await signedInBrowser(deps, 'editor')
  ).post(path, { ...form, basis: '依据甲', ...wrong });
  expect(response.status).toBe(400);
  const page = await response.text();
  expect(page).toContain(words);
  expect(page).toContain('basis' in wrong ? words : '依据甲');
  expect(deps.starts).toEqual([]);
});

it('takes the address of the page that replaces it, in any form', async () => {
  await documents(deps.table).createOnce(documentItem({ id: 'd2', state: 'published' }));
  const editor = await signedInBrowser(deps, 'editor');
  await editor.post(path, { ...form, successor: ' http://site.test/documents/d2.html#top ' });
  expect(deps.starts[0]!.input).toMatchObject({ change: { successor: 'd2' } });
});

it('is for the county office, and for moves the table allows', async () => {
  expect((await (await signedInBrowser(deps, 'head')).post(path, form)).status).toBe(403);
  const editor = await signedInBrowser(deps, 'editor');
  expect((await editor.post(path, { ...form, state: 'in-force' })).status).toBe(409);
  await documents(deps.table).update('d1', (d) => ({ ...d, state: 'withdrawn' }));
  expect((await editor.post(path, form)).status).toBe(409);
});
