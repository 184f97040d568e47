import { expect, test } from 'vitest';
import { previewBlocks, renderPreviewPage } from './preview-page.tsx';
import { previewView, site } from './testing/fixture.ts';
import { named, parsed } from './testing/parsed.ts';

const path = 'files/d7/0123456789abcdef/1.html';

test('a table file is shown as a table with headings, and leads to its document and its file', () => {
  const elements = parsed(renderPreviewPage(site, path, previewView()));
  expect(named(elements, 'th').map((e) => [e.attributes['scope'], e.text])).toEqual([
    ['col', '类别'],
    ['col', '标准（元/月）'],
  ]);
  const links = named(elements, 'a').map((a) => a.attributes['href']);
  expect(links).toContain('/xxgk/documents/d7.html');
  expect(links).toContain('/xxgk/files/d7/0123456789abcdef/1.xlsx');
});

test('a scan says that a machine read it', () => {
  expect(renderPreviewPage(site, path, previewView({ scanned: true }))).toContain('请以下载的文件为准');
  expect(renderPreviewPage(site, path, previewView())).not.toContain('请以下载的文件为准');
});

test('a very long file is cut, and the page says how much is missing', () => {
  const text = Array.from({ length: previewBlocks + 7 }, (_, i) => ({ text: `第${i}行` }));
  expect(renderPreviewPage(site, path, previewView({ text }))).toContain('其余 7 行请下载原文件');
});
