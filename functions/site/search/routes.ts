/** `/search?q=…` and the same result as a table to take along. */
import { renderSearchClosedPage, renderTooOftenPage } from '@gongkai/pages/message-pages.ts';
import { absoluteUrl, searchCsvPath, searchPath } from '@gongkai/pages/paths.ts';
import { renderSearchPage, type SearchView } from '@gongkai/pages/search-page.tsx';
import type { SiteView } from '@gongkai/pages/views.ts';
import { traceOf } from '@gongkai/platform/log.ts';
import type { FacetName, SearchAnswer } from '@gongkai/platform/ports.ts';
import { type Context, Hono } from 'hono';
import { clientAddress } from '../../shared/client-address.ts';
import type { Area } from '../areas.ts';
import { pagePolicy, securityHeaders } from '../response-headers.ts';
import { type Asked, hitsPerPage, lastPage, parseAsked, queryOf } from './asked.ts';
import { resultsCsv } from './csv.ts';
import { createRateLimit } from './rate-limit.ts';

/** A person who looks hard asks every few seconds; an office behind one address asks more. */
const searchesPerMinute = 120;
const exported = 1_000;

const facetLabels: Record<FacetName, string> = {
  department: '公开主体',
  column: '栏目',
  kind: '文种',
  year: '年份',
  validity: '有效性',
};

export const searchRoutes: Area = ({ settings, search }) => {
  const site: SiteView = { settings, columns: [], departments: [] };
  const limit = createRateLimit(searchesPerMinute);
  const app = new Hono();
  app.use('*', async (c, next) => {
    for (const [name, value] of securityHeaders(pagePolicy)) c.header(name, value);
    c.header('cache-control', 'no-store');
    if (search === undefined) return closed(c, site);
    if (limit.admits(clientAddress(c, settings) ?? '', Date.now())) return next();
    c.header('retry-after', '60');
    return c.html(renderTooOftenPage(site), 429);
  });
  app.onError((error, c) => {
    console.error(JSON.stringify({ level: 'error', ...traceOf(error) }));
    return closed(c, site);
  });
  app.get(`/${searchPath}`, async (c) => {
    const asked = parseAsked(c.req.query());
    return c.html(renderSearchPage(site, viewOf(asked, await search!.find(queryOf(asked)))));
  });
  app.get(`/${searchCsvPath}`, async (c) => {
    const asked = parseAsked(c.req.query());
    const { hits } = await search!.find({ ...queryOf(asked), limit: exported, offset: 0 });
    return csv(
      c,
      resultsCsv(hits, (path) => absoluteUrl(site, path)),
    );
  });
  return app;
};

function closed(c: Context, site: SiteView): Response | Promise<Response> {
  c.header('retry-after', '300');
  return c.html(renderSearchClosedPage(site), 503);
}

function csv(c: Context, text: string): Response {
  c.header('content-type', 'text/csv; charset=utf-8');
  c.header(
    'content-disposition',
    'attachment; filename="results.csv"; filename*=UTF-8\'\'%E6%A3%80%E7%B4%A2%E7%BB%93%E6%9E%9C.csv',
  );
  return c.body(text);
}

function viewOf(asked: Asked, { facets, ...answer }: SearchAnswer): SearchView {
  return {
    ...answer,
    words: asked.words,
    isCut: asked.isCut,
    sort: asked.sort,
    only: asked.only,
    page: asked.page,
    pages: Math.min(lastPage, Math.ceil(answer.total / hitsPerPage)),
    facets: Object.entries(facetLabels).map(([name, label]) => ({
      name,
      label,
      values: facets[name as FacetName],
    })),
  };
}
