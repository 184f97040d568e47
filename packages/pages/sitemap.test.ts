import { expect, test } from 'vitest';
import {
  entriesPerSitemap,
  renderPagesSitemap,
  renderRobots,
  renderSitemap,
  renderSitemapIndex,
  sitemapPartOf,
} from './sitemap.ts';
import { publication, site } from './testing/fixture.ts';
import { named, parsed } from './testing/parsed.ts';

const locations = (xml: string): string[] => named(parsed(xml), 'loc').map((e) => e.text);

test('a part lists pages with their local date', () => {
  const xml = renderSitemap(site, [publication(1), publication(2)]);
  expect(locations(xml)).toEqual([
    'https://www.example.gov.cn/xxgk/documents/d1.html',
    'https://www.example.gov.cn/xxgk/documents/d2.html',
  ]);
  expect(named(parsed(xml), 'lastmod')[0]!.text).toBe('2026-01-02');
});

test('the index names the fixed pages and every part', () => {
  expect(
    locations(renderSitemapIndex(site, 2)).map((l) => l.replace('https://www.example.gov.cn/xxgk/', '')),
  ).toEqual(['sitemaps/pages.xml', 'sitemaps/1.xml', 'sitemaps/2.xml']);
});

test('numbers fall on parts without gap or overlap', () => {
  expect([1, entriesPerSitemap, entriesPerSitemap + 1].map(sitemapPartOf)).toEqual([1, 1, 2]);
});

test('home and every list are in the sitemap of fixed pages', () => {
  const all = locations(renderPagesSitemap(site));
  expect(all[0]).toBe('https://www.example.gov.cn/xxgk/');
  expect(all).toHaveLength(1 + 5 + 1 + site.columns.length + 2 * site.departments.length);
});

test('robots.txt allows everything and names the sitemap', () => {
  expect(renderRobots(site)).toBe(
    'User-agent: *\nAllow: /\nSitemap: https://www.example.gov.cn/xxgk/sitemap.xml\n',
  );
});
