/** Sets of public files for whoever publishes: what belongs together is written together. */
import { renderAtom, renderJsonFeed } from './feeds.ts';
import { renderGuidePage, renderRequestsPage, renderRulesPage } from './guide-page.tsx';
import { renderHomePage } from './home-page.tsx';
import { renderListPage } from './list-page.tsx';
import { emptyLists } from './lists.ts';
import { renderNotFoundPage } from './not-found-page.ts';
import * as paths from './paths.ts';
import { renderPagesSitemap, renderRobots, renderSitemapIndex } from './sitemap.ts';
import { renderCataloguePage, renderReportsPage, renderSiteMapPage } from './static-pages.tsx';
import { stylesheet, stylesheetPath } from './stylesheet.ts';
import type { ListView, SiteView } from './views.ts';

export interface PublicText {
  path: string;
  contentType: string;
  body: string;
}

const text = (path: string, body: string): PublicText => ({
  path,
  contentType: paths.contentTypeOf(path),
  body,
});

/** An archive page alone, or the newest entries with both feeds; for the whole site also the home page. */
export function listFiles(site: SiteView, list: ListView): PublicText[] {
  const { kind, id, page } = list;
  const listPage = text(paths.listPath(kind, id, page), renderListPage(site, list));
  if (page !== undefined) return [listPage];
  return [
    listPage,
    text(paths.atomPath(kind, id), renderAtom(site, list)),
    text(paths.jsonFeedPath(kind, id), renderJsonFeed(site, list)),
    ...(kind === 'site' ? [text(paths.homePath, renderHomePage(site, list))] : []),
  ];
}

/** What depends on the settings and the organisation only: write it at every start and after a change of either. */
export const fixedFiles = (site: SiteView): PublicText[] => [
  text(stylesheetPath, stylesheet),
  text(paths.guidePath, renderGuidePage(site)),
  text(paths.rulesPath, renderRulesPage(site)),
  text(paths.cataloguePath, renderCataloguePage(site)),
  text(paths.reportsPath, renderReportsPage(site)),
  text(paths.requestsPath, renderRequestsPage(site)),
  text(paths.siteMapPath, renderSiteMapPage(site)),
  text(paths.notFoundPath, renderNotFoundPage(site)),
  text(paths.robotsPath, renderRobots(site)),
  text(paths.pagesSitemapPath, renderPagesSitemap(site)),
];

/** Every list, the home page and the sitemap index before anything is published: write only what is missing. */
export const firstFiles = (site: SiteView, at: string): PublicText[] => [
  ...emptyLists(site, at).flatMap((list) => listFiles(site, list)),
  text(paths.sitemapIndexPath, renderSitemapIndex(site, 0)),
];
