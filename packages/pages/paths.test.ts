import { expect, test } from 'vitest';
import * as paths from './paths.ts';
import { site } from './testing/fixture.ts';

test('paths are what the contract says', () => {
  expect(paths.documentPath('abc')).toBe('documents/abc.html');
  expect(paths.interpretationPath('abc')).toBe('interpretations/abc.html');
  expect(paths.listPath('site', 'site')).toBe('all/index.html');
  expect(paths.listPath('column', 'budgets', 3)).toBe('columns/budgets/page-3.html');
  expect(paths.listPath('department', 'finance')).toBe('departments/finance/index.html');
  expect(paths.atomPath('column', 'budgets')).toBe('columns/budgets/feed.atom.xml');
  expect(paths.jsonFeedPath('column', 'budgets')).toBe('columns/budgets/feed.json');
  expect(paths.itemPath('budgets-0a1b2c3d')).toBe('columns/items/budgets-0a1b2c3d.html');
  expect(paths.rssPath('item', 'budgets-0a1b2c3d')).toBe('columns/items/budgets-0a1b2c3d/feed.rss.xml');
  expect(paths.filePath('abc', 'f'.repeat(64), 1, 'pdf')).toBe(`files/abc/${'f'.repeat(16)}/1.pdf`);
  expect(paths.reassessmentPath(2026)).toBe('reassessments/2026.html');
});

test('a preview lies beside its file and never in its place', () => {
  expect(paths.previewPath('files/d1/0123/1.xlsx')).toBe('files/d1/0123/1.html');
  expect(paths.previewPath('files/d1/0123/1.html')).toBe('files/d1/0123/1-preview.html');
});

test('links are root-relative below the site’s address, and home is the address itself', () => {
  expect(paths.href(site, 'index.html')).toBe('/xxgk/');
  expect(paths.href(site, 'all/index.html')).toBe('/xxgk/all/index.html');
  const atRoot = { ...site, settings: { ...site.settings, siteUrl: 'http://localhost:8080/' } };
  expect(paths.href(atRoot, 'a/b.html')).toBe('/a/b.html');
  expect(paths.absoluteUrl(atRoot, 'index.html')).toBe('http://localhost:8080/');
});

test('a path can lead nowhere but into the site', () => {
  expect(paths.href(site, '//evil.example/x')).toBe('/xxgk/evil.example/x');
  expect(paths.href(site, 'javascript:alert(1)')).toBe('/xxgk/javascript%3Aalert(1)');
});

test('feeds have their own content types', () => {
  expect(paths.contentTypeOf('all/feed.atom.xml')).toBe('application/atom+xml; charset=utf-8');
  expect(paths.contentTypeOf('all/feed.json')).toBe('application/feed+json; charset=utf-8');
  expect(paths.contentTypeOf('sitemaps/1.xml')).toBe('application/xml; charset=utf-8');
  expect(paths.contentTypeOf('index.html')).toBe('text/html; charset=utf-8');
  expect(paths.contentTypeOf('unknown')).toBe('application/octet-stream');
});
