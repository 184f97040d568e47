import { expect, test } from 'vitest';
import { comfortPath } from './comfort.ts';
import { renderDocumentPage } from './document-page.tsx';
import { renderInterpretationPage } from './interpretation-page.tsx';
import { blocksOfLines } from './text-blocks.ts';
import { documentView, interpretationView, publication, site } from './testing/fixture.ts';
import { metaOf, named, parsed } from './testing/parsed.ts';
import { renderTombstonePage } from './tombstone-page.tsx';
import type { ValidityView } from './views.ts';

const factsOf = (page: string): Record<string, string> => {
  const elements = parsed(page);
  const values = named(elements, 'dd');
  return Object.fromEntries(named(elements, 'dt').map((dt, i) => [dt.text, values[i]!.text]));
};
const linksOf = (page: string): (string | undefined)[] =>
  named(parsed(page), 'a').map((a) => a.attributes['href']);

test('a document shows the metadata that county sites show', () => {
  expect(factsOf(renderDocumentPage(site, documentView()))).toEqual({
    索引号: '990101-MZJ-2026-7',
    发文机关: '示范县民政局',
    发文字号: '示民发〔2026〕7号',
    成文日期: '2026-01-01',
    发布日期: '2026-01-02',
    公开方式: '主动公开',
    主题分类: '民政、扶贫、救灾',
    施行日期: '2026-02-01',
    有效期: '至 2031-01-31',
    有效性: '有效',
    公开事项栏目: '社会救助',
    公开责任部门: '示范县民政局',
    关键词: '社会救助、最低生活保障',
  });
});

test('only what is known of its force is shown: a term in its own words, or nothing', () => {
  const unknown = { subjectClass: null, effectiveDate: null, expiryDate: null };
  const facts = (changes: object) =>
    factsOf(renderDocumentPage(site, documentView({ ...unknown, ...changes })));
  expect(facts({ term: '5年' })).toMatchObject({ 有效期: '5年' });
  expect(Object.keys(facts({ term: null }))).not.toEqual(expect.arrayContaining(['有效期', '主题分类']));
});

test('machines read subject, force and keywords as people do', () => {
  const page = renderDocumentPage(site, documentView());
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)![1]!;
  expect(JSON.parse(data)).toMatchObject({
    about: { '@type': 'DefinedTerm', name: '民政、扶贫、救灾' },
    temporalCoverage: '2026-02-01/2031-01-31',
    expires: '2031-01-31',
    keywords: ['社会救助', '最低生活保障'],
  });
});

test('a posted list says until when and by which law it stands there', () => {
  const posting = { ground: '社会救助暂行办法第十一条', until: '2026-03-10' };
  expect(factsOf(renderDocumentPage(site, documentView({ posting })))).toMatchObject({
    公示期至: '2026年3月10日',
    公示依据: '社会救助暂行办法第十一条',
  });
});

test('what a document does not have is said, not left open', () => {
  const view = documentView({
    writtenDate: null,
    issuer: null,
    publication: publication(1, { documentNumber: null }),
  });
  expect(factsOf(renderDocumentPage(site, view))).toMatchObject({
    发文机关: '示范县民政局',
    发文字号: '无',
    成文日期: '未注明',
  });
});

test('there is one h1, the title, and no heading level is skipped', () => {
  const view = documentView({ text: blocksOfLines(['（一）只有第三级', '一、第二级', '（一）第三级']) });
  const headings = parsed(renderDocumentPage(site, view)).filter((e) => /^h\d$/.test(e.name));
  expect(headings.slice(0, 4).map((e) => `${e.name} ${e.text}`)).toEqual([
    `h1 ${view.publication.title}`,
    'h2 （一）只有第三级',
    'h2 一、第二级',
    'h3 （一）第三级',
  ]);
});

test('downloads are offered with type and size, under the path part of the site’s address', () => {
  const page = renderDocumentPage(site, documentView());
  expect(linksOf(page)).toContain('/xxgk/files/d7/0123456789abcdef/1.xlsx');
  expect(page).toContain('Excel，34 KB');
});

test('a scan says that a machine read it, and only then', () => {
  expect(renderDocumentPage(site, documentView({ scanned: true }))).toContain('请以下载的文件为准');
  expect(renderDocumentPage(site, documentView())).not.toContain('请以下载的文件为准');
});

test('a redacted document says so, and only then', () => {
  expect(renderDocumentPage(site, documentView({ redacted: true }))).toContain('删减后公开的版本');
  expect(renderDocumentPage(site, documentView())).not.toContain('删减后公开的版本');
});

test('document and interpretation lead to each other', () => {
  expect(linksOf(renderDocumentPage(site, documentView()))).toContain('/xxgk/interpretations/i1.html');
  expect(linksOf(renderInterpretationPage(site, interpretationView()))).toContain('/xxgk/documents/d7.html');
});

test('an interpretation names its form, its department and whom to ask', () => {
  expect(factsOf(renderInterpretationPage(site, interpretationView()))).toMatchObject({
    解读单位: '示范县民政局',
    解读形式: '文字解读',
    咨询方式: '示范县民政局社会救助科，0000-0000000',
  });
});

test('a document that lost its force says so on its face, with the date, the reason and what replaces it', () => {
  const validity: ValidityView = {
    state: 'repealed',
    since: '2026-05-01',
    reason: '由新办法替代。',
    successor: { path: 'documents/d9.html', title: '新办法' },
  };
  const page = renderDocumentPage(site, documentView({ validity }));
  const banner = parsed(page).find((e) => e.attributes['role'] === 'note')!.text;
  for (const text of ['本文件已废止', '自 2026年5月1日 起', '由新办法替代。', '新办法'])
    expect(banner).toContain(text);
  expect(linksOf(page)).toContain('/xxgk/documents/d9.html');
  expect(factsOf(page)).toMatchObject({ 有效性: '已废止' });
  expect(named(parsed(page), 'title')[0]!.text).toContain('（已废止）');
});

test('the code on the page is the page’s own address', () => {
  const svg = parsed(renderDocumentPage(site, documentView())).find((e) => e.name === 'svg')!;
  expect(svg.attributes['aria-label']).toBe('本页地址的二维码');
});

test('a tombstone names what it buried only where that was chosen', () => {
  const view = { indexNumber: '1', withdrawnAt: '2026-03-02T08:00:00Z', reason: '含有个人信息' };
  expect(renderTombstonePage(site, { ...view, title: null })).not.toContain('名称');
  expect(renderTombstonePage(site, { ...view, title: '某某名单' })).toContain('某某名单');
});

test('a tombstone gives reason and local date, and asks search engines to forget', () => {
  const page = renderTombstonePage(site, {
    title: '危房改造对象名单',
    indexNumber: '990101-ZJJ-2026-3',
    withdrawnAt: '2026-03-02T17:00:00Z',
    reason: '名单含有个人信息。',
  });
  expect(factsOf(page)).toMatchObject({ 撤下日期: '2026-03-03', 撤下原因: '名单含有个人信息。' });
  expect(metaOf(page)['robots']).toBe('noindex');
  expect(page).not.toContain('ld+json');
});

test('identifiers of the site stand in every footer', () => {
  const footer = named(parsed(renderDocumentPage(site, documentView())), 'footer')[0]!.text;
  for (const text of ['示范县人民政府办公室', '9901010000', 'ICP备', '公网安备', '网站地图'])
    expect(footer).toContain(text);
});

test('a page asks nothing from anybody else and runs nothing but the memory of how it is shown', () => {
  const elements = parsed(renderDocumentPage(site, documentView()));
  const sources = elements.flatMap((e) => [
    e.attributes['src'],
    e.name === 'link' ? e.attributes['href'] : undefined,
  ]);
  for (const source of sources.filter((s) => s !== undefined)) expect(source).toMatch(/^(\/xxgk\/|data:)/);
  expect(named(elements, 'script').map((s) => s.attributes['type'] ?? s.attributes['src'])).toEqual([
    `/xxgk/${comfortPath}`,
    'application/ld+json',
  ]);
  expect(elements[0]!.attributes['lang']).toBe('zh-CN');
});
