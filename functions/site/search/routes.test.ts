import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryFiles } from '@gongkai/platform/contract/memory-files.ts';
// oxlint-disable-next-line no-restricted-imports -- tests search the real index instead of a fake
import { createEmbeddedSearch } from '@gongkai/platform/embedded/search.ts';
import { type SearchDocument, searchEntryKey } from '@gongkai/platform/search/entry.ts';
import { settings } from '../testing.ts';
import { searchRoutes } from './routes.ts';

const entry = (i: number, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id: `d${i}`,
  title: `关于第${i}次发放高龄津贴的通知`,
  documentNumber: `示民发〔2026〕${i}号`,
  text: '符合条件的老年人，请到便民服务中心办理。',
  department: '民政局',
  column: '政策文件',
  kind: '通知',
  year: 2026,
  validity: '有效',
  publishedAt: new Date(Date.UTC(2026, 2, 1, 0, i)).toISOString(),
  path: `documents/d${i}.html`,
  summary: '',
  ...more,
});

async function site(entries: readonly SearchDocument[]) {
  const search = createEmbeddedSearch(':memory:');
  onTestFinished(() => search.close());
  const files = search.follow(memoryFiles());
  for (const e of entries)
    await files.put('records', searchEntryKey(e.id), Buffer.from(JSON.stringify(e)), {
      contentType: 'application/json',
    });
  const app = searchRoutes({ files, settings, search });
  return (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { 'x-forwarded-for': '192.0.2.7', ...headers } });
}

describe('the result page', () => {
  it('shows titles with what was found marked, the facts and the place in the text', async () => {
    const ask = await site([entry(1), entry(2, { validity: '已废止' })]);
    const html = await (await ask('/search?q=高龄津贴')).text();
    expect(html).toContain('关于第1次发放<mark>高龄津贴</mark>的通知');
    for (const shown of ['共 2 条', '示民发〔2026〕1号', '已废止', '民政局']) expect(html).toContain(shown);
    expect(html).toContain('<meta name="robots" content="noindex"');
  });

  it('narrows by what the links beside it say, and lets go again', async () => {
    const ask = await site([entry(1), entry(2, { department: '财政局' })]);
    const html = await (await ask('/search?q=津贴')).text();
    const link = /href="([^"]*department=[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    const narrowed = await (await ask(link)).text();
    expect(narrowed).toContain('共 1 条');
    expect(narrowed).toContain('取消');
  });

  it('has pages, and keeps the query on them', async () => {
    const ask = await site(Array.from({ length: 45 }, (_, i) => entry(i)));
    const second = await (await ask('/search?q=津贴&page=2&sort=date')).text();
    expect(second).toContain('第 2 页，共 3 页');
    expect(second).toMatch(/href="\/search\?q=[^"]*sort=date[^"]*page=3"/);
  });

  it.each([
    ['markup', '<script>alert(1)</script>'],
    ['an attribute', '"><img src=x onerror=alert(1)>'],
    ['control characters and half a character', 'a\u0000\u000b\ud800'],
    ['operators of the engine', '" OR title:* NEAR('],
    ['a very long text', '长'.repeat(5_000)],
  ])('takes %s for words', async (_, words) => {
    const ask = await site([entry(1)]);
    const response = await ask(`/search?${new URLSearchParams({ q: words }).toString()}`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).not.toMatch(/<script>alert|<img src=x/);
  });

  it('looks for the beginning of a pasted paragraph and says so, instead of listing everything', async () => {
    const ask = await site([entry(1)]);
    const html = await (await ask(`/search?q=${'无关内容'.repeat(60)}`)).text();
    expect(html).toContain('检索词太长，只按前 100 个字检索。');
    expect(html).toContain('没有找到');
    expect(html).not.toContain('全部公开信息');
  });

  it.each(['page=-1', 'page=abc', 'page=99999', 'year=abcd', 'sort=up', 'department='])(
    'falls back for %s',
    async (parameters) => {
      const ask = await site([entry(1)]);
      expect(await (await ask(`/search?q=津贴&${parameters}`)).text()).toMatch(/共 1 条|没有找到/);
    },
  );

  it('says what to do when nothing is found', async () => {
    const ask = await site([entry(1)]);
    expect(await (await ask('/search?q=没有的词语')).text()).toContain('没有找到“没有的词语”');
  });
});

describe('the table to take along', () => {
  it('has a row for each hit, and no cell a spreadsheet would count', async () => {
    const ask = await site([entry(1, { title: '=HYPERLINK("http://evil.example","津贴")' }), entry(2)]);
    const response = await ask('/search/results.csv?q=津贴');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const rows = bytes.subarray(3).toString().split('\r\n');
    expect(rows[0]).toBe('标题,发文字号,公开日期,公开主体,栏目,有效性,网址');
    expect(rows.filter((row) => row !== '')).toHaveLength(3);
    expect(rows.join()).toContain(`"'=HYPERLINK`);
    expect(rows.join()).toContain('https://www.example.gov.cn/documents/d2.html');
  });
});

it('stops an address that asks too often, and nobody else', async () => {
  const ask = await site([entry(1)]);
  const statuses = [];
  for (let i = 0; i < 125; i++) statuses.push((await ask('/search?q=津贴')).status);
  expect(statuses).toContain(429);
  expect(statuses.indexOf(429)).toBeGreaterThanOrEqual(100);
  expect((await ask('/search?q=津贴', { 'x-forwarded-for': '192.0.2.8' })).status).toBe(200);
});
