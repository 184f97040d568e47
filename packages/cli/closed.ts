/** What needs the database, and the answer while there is none: 503, and when to come back. */
import type { Settings } from '@gongkai/domain/settings.ts';
import { pagePolicy, securityHeaders } from '@gongkai/functions/site/response-headers.ts';
import { renderPortalClosedPage } from '@gongkai/pages/message-pages.ts';

/** Seconds. */
const comeBackAfter = '300';
/** A heading of docs/runbook.md. */
const attention = ['The database does not answer'];

export const isDynamic = (pathname: string): boolean =>
  pathname === '/inbox' ||
  pathname === '/healthz' ||
  pathname === '/control/clock' ||
  pathname === '/portal' ||
  pathname.startsWith('/portal/');

export const closedHandler =
  (settings: Settings) =>
  (pathname: string): Response => {
    const headers = new Headers(securityHeaders(pagePolicy));
    headers.set('cache-control', 'no-store');
    headers.set('retry-after', comeBackAfter);
    if (pathname === '/healthz')
      return Response.json({ status: 'attention', attention }, { status: 503, headers });
    headers.set('content-type', 'text/html; charset=utf-8');
    const page = renderPortalClosedPage({ settings, columns: [], departments: [] });
    return new Response(page, { status: 503, headers });
  };
