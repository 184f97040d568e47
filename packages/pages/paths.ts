/** Every public path in one place: without leading slash, ASCII, stable for ever. */
import type { FeedView, SiteView } from './views.ts';

type ListKind = FeedView['kind'];

export const homePath = 'index.html';
export const guidePath = 'guide.html';
export const rulesPath = 'rules.html';
export const cataloguePath = 'catalogue.html';
export const reportsPath = 'reports.html';
export const requestsPath = 'requests.html';
export const departmentsPath = 'departments.html';
export const siteMapPath = 'map.html';
/** How to subscribe, to embed and to read by machine. */
export const openPath = 'open.html';
export const openSearchPath = 'opensearch.xml';
/** Answered by a function, not a file. */
export const searchPath = 'search';
export const searchCsvPath = 'search/results.csv';
export const subscribePath = 'subscribe';
export const confirmSubscriptionPath = (opaque: string): string => `${subscribePath}/confirm/${opaque}`;
/** Ends every subscription named by one of these ids. */
export const stopSubscriptionsPath = (stopIds: readonly string[]): string =>
  `${subscribePath}/stop/${stopIds.join('.')}`;
export const notFoundPath = '404.html';
export const robotsPath = 'robots.txt';
export const sitemapIndexPath = 'sitemap.xml';
export const pagesSitemapPath = 'sitemaps/pages.xml';

export const fieldCataloguePath = (field: string, page = 1): string =>
  `catalogue/${field}${page === 1 ? '' : `-${page}`}.html`;
export const fieldCatalogueJsonPath = (field: string): string => `catalogue/${field}.json`;
export const fieldCatalogueWorkbookPath = (field: string): string => `catalogue/${field}.xlsx`;
export const departmentCataloguePath = (department: string, page = 1): string =>
  `catalogue/departments/${department}${page === 1 ? '' : `-${page}`}.html`;
export const standardCataloguePath = 'catalogue/index.html';

export const documentPath = (id: string): string => `documents/${id}.html`;
export const interpretationPath = (id: string): string => `interpretations/${id}.html`;
export const reassessmentPath = (year: number): string => `reassessments/${year}.html`;
export const cleanUpPath = (year: number): string => `clean-ups/${year}.html`;
/** Parts are numbered from 1. */
export const sitemapPath = (part: number): string => `sitemaps/${part}.xml`;

const folders: Record<ListKind, (id: string) => string> = {
  site: () => 'all',
  column: (id) => `columns/${id}`,
  item: (id) => `columns/items/${id}`,
  department: (id) => `departments/${id}`,
};

/** The column of one item of the catalogue: its promise, and what stands under it. */
export const itemPath = (id: string): string => `${folders.item(id)}.html`;
/** The newest entries, or one full page of the archive (1 is the oldest). */
export const listPath = (kind: ListKind, id: string, page?: number): string => {
  if (page !== undefined) return `${folders[kind](id)}/page-${page}.html`;
  return kind === 'item' ? itemPath(id) : `${folders[kind](id)}/index.html`;
};
export const atomPath = (kind: ListKind, id: string): string => `${folders[kind](id)}/feed.atom.xml`;
export const rssPath = (kind: ListKind, id: string): string => `${folders[kind](id)}/feed.rss.xml`;
export const jsonFeedPath = (kind: ListKind, id: string): string => `${folders[kind](id)}/feed.json`;

/** 机构职能 of a department. */
export const profilePath = (department: string): string => `${folders.department(department)}/profile.html`;

/** The newest entries for an iframe on another site. */
export const embedPath = (kind: ListKind, id: string): string => `embed/${folders[kind](id)}.html`;

/** Every download of a document lies below this prefix. */
export const downloadsFolder = (documentId: string): string => `files/${documentId}/`;

/** The hash in the path makes a replaced file a new address; the name people see is the download name. */
export const filePath = (documentId: string, sha256: string, slot: number, extension: string): string =>
  `${downloadsFolder(documentId)}${sha256.slice(0, 16)}/${slot}.${extension}`;

/** Of a path that {@link filePath} makes; undefined for pages, previews among them. */
export const documentOfDownload = (path: string): string | undefined =>
  path.endsWith('.html') ? undefined : /^files\/([^/]+)\//.exec(path)?.[1];

/** Beside its file, so that whoever takes the file down takes the page down as well. */
export const previewPath = (attachmentPath: string): string =>
  attachmentPath.replace(/\.[a-z0-9]+$/, (ending) => (ending === '.html' ? '-preview.html' : '.html'));

/** The read-only API: every answer is a file. */
const api = 'api/v1';
export const openApiPath = `${api}/openapi.json`;
/** The columns and departments with the addresses of their lists. */
export const directoryApiPath = `${api}/index.json`;
export const listApiPath = (kind: ListKind, id: string, page?: number): string =>
  `${api}/${folders[kind](id)}/${page === undefined ? 'index' : `page-${page}`}.json`;
export const documentApiPath = (id: string): string => `${api}/documents/${id}.json`;

/** Addresses that moved, each with where to: a JSON object of paths. */
export const movedPath = 'moved.json';

/** The path part of the site's address, without trailing slash: empty, or e.g. `/xxgk`. */
export const basePath = (siteUrl: string): string => new URL(siteUrl).pathname.replace(/\/+$/, '');

const encoded = (path: string): string =>
  path === homePath ? '' : path.toWellFormed().split('/').filter(Boolean).map(encodeURIComponent).join('/');

/** What a page links to: root-relative, so that pages work under any host name. */
export const href = (site: SiteView, path: string): string =>
  `${basePath(site.settings.siteUrl)}/${encoded(path)}`;

/** The form, with the list chosen. */
export const subscribeHref = (site: SiteView, { kind, id }: Pick<FeedView, 'kind' | 'id'>): string =>
  `${href(site, subscribePath)}${kind === 'site' ? '' : `?${kind}=${encodeURIComponent(id)}`}`;

export const absoluteUrl = (site: SiteView, path: string): string =>
  `${site.settings.siteUrl.replace(/\/+$/, '')}/${encoded(path)}`;

const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
};

/** Content type of a page, feed, sitemap or stylesheet. Downloads carry the type their reader found. */
export function contentTypeOf(path: string): string {
  if (path.endsWith('.atom.xml')) return 'application/atom+xml; charset=utf-8';
  if (path.endsWith('.rss.xml')) return 'application/rss+xml; charset=utf-8';
  if (path === openSearchPath) return 'application/opensearchdescription+xml; charset=utf-8';
  if (path.endsWith('feed.json')) return 'application/feed+json; charset=utf-8';
  return contentTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
