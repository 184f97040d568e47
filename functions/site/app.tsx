/** The public site where it is not served by a machine of its own: static files, areas, a page for what is missing. */
import { generalColumns } from '@gongkai/domain/catalogue.ts';
import { basePath } from '@gongkai/pages/paths.ts';
import type { SiteView } from '@gongkai/pages/views.ts';
import { traceOf } from '@gongkai/platform/log.ts';
import { type Context, Hono } from 'hono';
import { type Area, type Areas, type SiteDeps, siteAreas } from './areas.ts';
import { isFresh } from './conditional.ts';
import { createMovedTo } from './moved-to.ts';
import { createPublicFiles, keyOf, type PublicFile, type PublicFiles } from './public-files.ts';
import { pagePolicy, securityHeaders } from './response-headers.ts';

/** `publicFiles` is shared with the fast path and with whoever writes public files, where there are such. */
export function createApp(
  deps: SiteDeps,
  publicFiles: PublicFiles = createPublicFiles(deps.files),
  areas: Areas = siteAreas,
): Hono {
  const app = new Hono();
  const base = basePath(deps.settings.siteUrl);
  const site: SiteView = { settings: deps.settings, columns: generalColumns, departments: [] };
  const insideOf = (path: string): string => (path.startsWith(`${base}/`) ? path.slice(base.length) : path);
  const movedTo = createMovedTo(publicFiles);
  const onFault = async (error: unknown): Promise<Response> => {
    console.error(JSON.stringify({ level: 'error', ...traceOf(error) }));
    return page(500, (await messagePages()).renderFaultPage(site));
  };
  const opened = new Map<Area, Hono>();
  const open = (area: Area): Hono => {
    const known = opened.get(area) ?? new Hono().onError(onFault).route(base || '/', area(deps));
    opened.set(area, known);
    return known;
  };

  app.use('*', async (c, next) => {
    const since = performance.now();
    await next();
    if (c.req.method === 'POST' && c.res.status < 500) await deps.kept?.(since);
  });
  app.use('*', async (c, next) => {
    const load = areas.get(insideOf(c.req.path).split('/', 2)[1]!);
    return load ? open(await load()).fetch(c.req.raw, c.env) : next();
  });
  app.get('*', async (c) => {
    const path = insideOf(new URL(c.req.url).pathname);
    const to = (await movedTo()).get(keyOf(path));
    if (to !== undefined) return c.redirect(`${base}/${to}`, 301);
    const file = await publicFiles.read(path);
    return file ? answer(c, file) : page(404, (await messagePages()).renderNotFoundPage(site));
  });
  app.all('*', (c) => c.text('此处只接受读取。', 405, { allow: 'GET, HEAD' }));
  app.onError(onFault);
  return app;
}

/** Nearly every request is for a file that is there. */
const messagePages = () => import('@gongkai/pages/message-pages.ts');

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
