/** Sets of public files for whoever publishes: what belongs together is written together. */
import { renderDirectoryData, renderDocumentData, renderListData, renderTombstoneData } from './api.ts';
import { comfortPath, comfortScript } from './comfort.ts';
import { renderCataloguePage, renderDepartmentsPage, renderSiteMapPage } from './directory-pages.tsx';
import { renderDocumentPage } from './document-page.tsx';
import { renderEmbed } from './embed.tsx';
import { renderAtom, renderJsonFeed, renderRss } from './feeds.ts';
import { renderGuidePage, renderRequestsPage } from './guide-page.tsx';
import { renderHomePage } from './home-page.tsx';
import { renderListPage } from './list-page.tsx';
import { renderNotFoundPage } from './message-pages.ts';
import { openApi } from './open-api.ts';
import { renderOpenPage } from './open-page.tsx';
import { renderOpenSearch } from './open-search.ts';
import * as paths from './paths.ts';
import { renderReportsPage, renderRulesPage } from './rules-page.tsx';
import { renderPagesSitemap, renderRobots } from './sitemap.ts';
import { stylesheet, stylesheetPath } from './stylesheet.ts';
import { renderTombstonePage } from './tombstone-page.tsx';
import type { DocumentView, ListView, SiteView, TombstoneView } from './views.ts';

export interface PublicText {
  path: string;
  body: string;
}

/**
 * An archive page and its data, or the newest entries with their feeds and the embed; for the whole site also the
 * home page. `body` is the page of a list that has one of its own.
 */
export function listFiles(site: SiteView, list: ListView, body = renderListPage(site, list)): PublicText[] {
  const { kind, id, page } = list;
  const listPage = { path: paths.listPath(kind, id, page), body };
  const data = { path: paths.listApiPath(kind, id, page), body: renderListData(site, list) };
  if (page !== undefined) return [listPage, data];
  return [
    listPage,
    data,
    { path: paths.embedPath(kind, id), body: renderEmbed(site, list) },
    { path: paths.rssPath(kind, id), body: renderRss(site, list) },
    { path: paths.atomPath(kind, id), body: renderAtom(site, list) },
    { path: paths.jsonFeedPath(kind, id), body: renderJsonFeed(site, list) },
    ...(kind === 'site' ? [{ path: paths.homePath, body: renderHomePage(site, list) }] : []),
  ];
}

/** A document's page and the same as data. */
export const documentFiles = (site: SiteView, view: DocumentView): PublicText[] => [
  { path: view.publication.path, body: renderDocumentPage(site, view) },
  { path: paths.documentApiPath(view.id), body: renderDocumentData(site, view) },
];

/** What stays of a withdrawn document, as a page and as data; of an interpretation (no id) as a page. */
export const tombstoneFiles = (
  site: SiteView,
  { id, path }: { id: string | null; path: string },
  view: TombstoneView,
): PublicText[] => [
  { path, body: renderTombstonePage(site, view) },
  ...(id === null ? [] : [{ path: paths.documentApiPath(id), body: renderTombstoneData(site, id, view) }]),
];

/** What depends on the settings, the columns and the departments only. */
export const fixedFiles = (site: SiteView): PublicText[] => [
  { path: stylesheetPath(), body: stylesheet() },
  { path: comfortPath, body: comfortScript },
  { path: paths.openPath, body: renderOpenPage(site) },
  { path: paths.openSearchPath, body: renderOpenSearch(site) },
  { path: paths.openApiPath, body: openApi(site) },
  { path: paths.directoryApiPath, body: renderDirectoryData(site) },
  { path: paths.departmentsPath, body: renderDepartmentsPage(site) },
  { path: paths.guidePath, body: renderGuidePage(site) },
  { path: paths.rulesPath, body: renderRulesPage(site) },
  { path: paths.cataloguePath, body: renderCataloguePage(site) },
  { path: paths.reportsPath, body: renderReportsPage(site) },
  { path: paths.requestsPath, body: renderRequestsPage(site) },
  { path: paths.siteMapPath, body: renderSiteMapPage(site) },
  { path: paths.notFoundPath, body: renderNotFoundPage(site) },
  { path: paths.robotsPath, body: renderRobots(site) },
  { path: paths.pagesSitemapPath, body: renderPagesSitemap(site) },
];
