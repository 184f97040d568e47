/** The public site where it is not served by a machine of its own: static files, and a page for what is missing. */
import { columns } from '@gongkai/domain/catalogue.ts';
import { renderFaultPage, renderNotFoundPage } from '@gongkai/pages/message-pages.ts';
import { basePath } from '@gongkai/pages/paths.ts';
import type { SiteView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { traceOf } from '@gongkai/platform/log.ts';
import { type Context, Hono } from 'hono';
import { isFresh } from './conditional.ts';
import { createPublicFiles, type PublicFile, type PublicFiles } from './public-files.ts';
import { pagePolicy, securityHeaders } from './response-headers.ts';

/** `publicFiles` is shared with the fast path and with whoever writes public files, where there are such. */
export function createApp(
  { files, settings }: Pick<Deps, 'files' | 'settings'>,
  publicFiles: PublicFiles = createPublicFiles(files),
): Hono {
  const app = new Hono();
  const base = basePath(settings.siteUrl);
  const site: SiteView = { settings, columns, departments: [] };

  app.get('*', async (c) => {
    const { pathname } = new URL(c.req.url);
    const inside = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
    const file = await publicFiles.read(inside);
    return file ? answer(c, file) : page(404, renderNotFoundPage(site));
  });
  app.all('*', (c) => c.text('此处只接受读取。', 405, { allow: 'GET, HEAD' }));
  app.onError((error) => {
    console.error(JSON.stringify({ level: 'error', ...traceOf(error) }));
    return page(500, renderFaultPage(site));
  });
  return app;
}

function answer(c: Context, { body, etag, headers }: PublicFile): Response {
  const all = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  if (isFresh(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers: all });
  all.set('content-length', String(body.length));
  return new Response(new Uint8Array(body), { headers: all });
}

const page = (status: number, html: string): Response =>
  new Response(html, {
    status,
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['cache-control', 'no-store'],
      ...securityHeaders(pagePolicy),
    ],
  });
