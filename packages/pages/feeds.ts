/** Feeds of a list or an item's column: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. Pure functions of it; ids stay the same for ever. */
import type { Publication } from '@gongkai/domain/publication.ts';
import { absoluteUrl, atomPath, listPath, jsonFeedPath, rssPath } from './paths.ts';
import { clean, filled } from './text.ts';
import { pathUrn } from './uuid.ts';
import { entriesPerPage, type FeedView, type SiteView } from './views.ts';
import { element, type Xml, xmlDocument } from './xml.ts';

interface Feed {
  site: SiteView;
  list: FeedView;
  title: string;
  entries: readonly Publication[];
  authorOf: (entry: Publication) => string;
  columnOf: (entry: Publication) => string;
}

function feedOf(givenSite: SiteView, givenList: FeedView): Feed {
  const [site, list] = [clean(givenSite), clean(givenList)];
  const departments = new Map(site.departments.map((d) => [d.id, d.name]));
  const columns = new Map(site.columns.map((c) => [c.id, c.name]));
  return {
    site,
    list,
    title: `${site.settings.county}政府信息公开：${filled(list.name, '公开信息')}`,
    entries: list.entries.slice(0, entriesPerPage),
    authorOf: (entry) => filled(departments.get(entry.department), site.settings.county),
    columnOf: (entry) => filled(columns.get(entry.column), '政府信息公开'),
  };
}

const idOf = (site: SiteView, path: string): string => pathUrn(site.settings.region, path);
const titleOf = (entry: Publication): string => filled(entry.title, '（无标题）');
const summaryOf = (entry: Publication): string => filled(entry.summary, titleOf(entry));

const atomEntry = ({ site, authorOf, columnOf }: Feed, entry: Publication): Xml =>
  element(
    'entry',
    {},
    element('id', {}, idOf(site, entry.path)),
    element('title', {}, titleOf(entry)),
    element('link', { rel: 'alternate', type: 'text/html', href: absoluteUrl(site, entry.path) }),
    element('published', {}, entry.publishedAt),
    element('updated', {}, entry.changedAt ?? entry.publishedAt),
    element('author', {}, element('name', {}, authorOf(entry))),
    element('category', { term: filled(entry.column, 'gongkai'), label: columnOf(entry) }),
    element('summary', {}, summaryOf(entry)),
  );

export function renderAtom(site: SiteView, list: FeedView): string {
  const feed = feedOf(site, list);
  const self = atomPath(list.kind, list.id);
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' },
      element('id', {}, idOf(feed.site, self)),
      element('title', {}, feed.title),
      element('subtitle', {}, filled(feed.list.description, feed.title)),
      element('link', {
        rel: 'self',
        type: 'application/atom+xml',
        href: absoluteUrl(feed.site, self),
      }),
      element('link', {
        rel: 'alternate',
        type: 'text/html',
        href: absoluteUrl(feed.site, listPath(list.kind, list.id)),
      }),
      element('updated', {}, feed.list.updatedAt),
      element(
        'author',
        {},
        element('name', {}, filled(feed.site.settings.site.name, feed.site.settings.county)),
      ),
      ...feed.entries.map((entry) => atomEntry(feed, entry)),
    ),
  );
}

/** RFC 822, as RSS wants it: `Thu, 01 Jan 2026 16:07:00 GMT`. */
const rssDate = (instant: string): string => new Date(instant).toUTCString();

const rssItem = ({ site, authorOf, columnOf }: Feed, entry: Publication): Xml =>
  element(
    'item',
    {},
    element('title', {}, titleOf(entry)),
    element('link', {}, absoluteUrl(site, entry.path)),
    element('description', {}, summaryOf(entry)),
    // RSS knows authors by mail address only.
    element('dc:creator', {}, authorOf(entry)),
    element('category', {}, columnOf(entry)),
    element('guid', { isPermaLink: 'false' }, idOf(site, entry.path)),
    element('pubDate', {}, rssDate(entry.publishedAt)),
  );

export function renderRss(site: SiteView, list: FeedView): string {
  const feed = feedOf(site, list);
  const self = absoluteUrl(feed.site, rssPath(list.kind, list.id));
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, absoluteUrl(feed.site, listPath(list.kind, list.id))),
        element('description', {}, filled(feed.list.description, feed.title)),
        element('language', {}, 'zh-cn'),
        element('lastBuildDate', {}, rssDate(feed.list.updatedAt)),
        element('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
        ...feed.entries.map((entry) => rssItem(feed, entry)),
      ),
    ),
  );
}

const jsonItem = ({ site, authorOf, columnOf }: Feed, entry: Publication) => ({
  id: idOf(site, entry.path),
  url: absoluteUrl(site, entry.path),
  title: titleOf(entry),
  content_text: summaryOf(entry),
  date_published: entry.publishedAt,
  date_modified: entry.changedAt ?? entry.publishedAt,
  authors: [{ name: authorOf(entry) }],
  tags: [columnOf(entry)],
  _gongkai: { index_number: entry.indexNumber, document_number: entry.documentNumber },
});

export function renderJsonFeed(site: SiteView, list: FeedView): string {
  const feed = feedOf(site, list);
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: absoluteUrl(feed.site, listPath(list.kind, list.id)),
    feed_url: absoluteUrl(feed.site, jsonFeedPath(list.kind, list.id)),
    description: filled(feed.list.description, feed.title),
    language: 'zh-CN',
    authors: [{ name: filled(feed.site.settings.site.name, feed.site.settings.county) }],
    _gongkai: { kind: list.kind, id: list.id, name: feed.list.name },
    items: feed.entries.map((entry) => jsonItem(feed, entry)),
  })}\n`;
}
