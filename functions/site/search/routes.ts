/** `/search?q=…`, to which the form in the header leads; until there is a search it says so. */
import { generalColumns } from '@gongkai/domain/catalogue.ts';
import { renderSearchSoonPage } from '@gongkai/pages/message-pages.ts';
import { searchPath } from '@gongkai/pages/paths.ts';
import { Hono } from 'hono';
import type { Area } from '../areas.ts';
import { pagePolicy, securityHeaders } from '../response-headers.ts';

export const searchRoutes: Area = ({ settings }) =>
  new Hono().get(`/${searchPath}`, (c) => {
    for (const [name, value] of securityHeaders(pagePolicy)) c.header(name, value);
    c.header('cache-control', 'no-store');
    return c.html(renderSearchSoonPage({ settings, columns: generalColumns, departments: [] }));
  });
