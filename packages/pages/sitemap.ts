/** Sitemaps (sitemaps.org 0.9) and robots.txt. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { mainParts } from './layout.tsx';
import {
  absoluteUrl,
  homePath,
  listPath,
  pagesSitemapPath,
  profilePath,
  sitemapIndexPath,
  sitemapPath,
} from './paths.ts';
import type { SiteView } from './views.ts';
import { element, xmlDocument } from './xml.ts';

/** The protocol allows 50,000, but the last part is rewritten with every publication. */
export const entriesPerSitemap = 50;

/** The part on which a site number (from 1) stands for ever. */
export const sitemapPartOf = (siteNumber: number): number => Math.ceil(siteNumber / entriesPerSitemap);

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** One part (at most 50,000 entries); a part of fixed running numbers never changes once it is full. */
export const renderSitemap = (
  site: SiteView,
  entries: readonly Pick<Publication, 'path' | 'publishedAt' | 'changedAt'>[],
): string =>
  xmlDocument(
    element(
      'urlset',
      namespace,
      ...entries.map((entry) =>
        element(
          'url',
          {},
          element('loc', {}, absoluteUrl(site, entry.path)),
          element('lastmod', {}, localDate(entry.changedAt ?? entry.publishedAt)),
        ),
      ),
    ),
  );

/** Home, fixed pages and lists: what is there from the first day. */
export function renderPagesSitemap(site: SiteView): string {
  const paths = [
    homePath,
    ...mainParts.map((part) => part.path),
    listPath('site', 'site'),
    ...site.columns.map((c) => listPath('column', c.id)),
    ...site.departments.flatMap((d) => [listPath('department', d.id), profilePath(d.id)]),
  ];
  return xmlDocument(
    element(
      'urlset',
      namespace,
      ...paths.map((path) => element('url', {}, element('loc', {}, absoluteUrl(site, path)))),
    ),
  );
}

/** The index of the fixed pages' sitemap and of `count` parts. */
export function renderSitemapIndex(site: SiteView, count: number): string {
  const paths = [pagesSitemapPath, ...Array.from({ length: count }, (_, i) => sitemapPath(i + 1))];
  return xmlDocument(
    element(
      'sitemapindex',
      namespace,
      ...paths.map((path) => element('sitemap', {}, element('loc', {}, absoluteUrl(site, path)))),
    ),
  );
}

export const renderRobots = (site: SiteView): string =>
  `User-agent: *\nAllow: /\nSitemap: ${absoluteUrl(site, sitemapIndexPath)}\n`;
