/** Sets of public files for whoever publishes: what belongs together is written together. */
import { renderCataloguePage, renderSiteMapPage } from './directory-pages.tsx';
import { renderAtom, renderJsonFeed } from './feeds.ts';
import { renderGuidePage, renderRequestsPage } from './guide-page.tsx';
import { renderHomePage } from './home-page.tsx';
import { renderListPage } from './list-page.tsx';
import { renderNotFoundPage } from './message-pages.ts';
import * as paths from './paths.ts';
import { renderReportsPage, renderRulesPage } from './rules-page.tsx';
import { renderPagesSitemap, renderRobots } from './sitemap.ts';
import { stylesheet, stylesheetPath } from './stylesheet.ts';
import type { ListView, SiteView } from './views.ts';

interface PublicText {
  path: string;
  body: string;
}

/** An archive page alone, or the newest entries with both feeds; for the whole site also the home page. */
export function listFiles(site: SiteView, list: ListView): PublicText[] {
  const { kind, id, page } = list;
  const listPage = { path: paths.listPath(kind, id, page), body: renderListPage(site, list) };
  if (page !== undefined) return [listPage];
  return [
    listPage,
    { path: paths.atomPath(kind, id), body: renderAtom(site, list) },
    { path: paths.jsonFeedPath(kind, id), body: renderJsonFeed(site, list) },
    ...(kind === 'site' ? [{ path: paths.homePath, body: renderHomePage(site, list) }] : []),
  ];
}

/** What depends on the settings, the columns and the departments only. */
export const fixedFiles = (site: SiteView): PublicText[] => [
  { path: stylesheetPath, body: stylesheet },
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
