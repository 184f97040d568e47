/** The HTTP side of one machine: static pages first, then inbox, portal, and the rest of the site. */
import { createServer, type Server } from 'node:http';
import { timingSafeEqual } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { createApp as createPortal } from '@gongkai/functions/portal/app.tsx';
import type { Trial } from '@gongkai/functions/portal/env.ts';
import { createApp as createSite } from '@gongkai/functions/site/app.tsx';
import { createFastPath } from '@gongkai/functions/site/fast-path.ts';
import { basePath } from '@gongkai/pages/paths.ts';
import { hashOf } from '@gongkai/platform/links.ts';
import { logged } from '@gongkai/platform/log.ts';
import { closedHandler, isDynamic } from './closed.ts';
import { listenOn } from './listen-on.ts';
import type { Place } from './place.ts';

/** `connection`: as node-server hands it over; limits count where a request came from. */
type Handler = (request: Request, connection?: object) => Promise<Response>;

export function createHandler(place: Place, trial?: Trial): Handler {
  const portal = createPortal({
    ...place.deps,
    siteChanged: place.buildSite,
    kept: place.synced,
    log: place.log,
    ...(trial ? { trial } : {}),
  });
  const site = createSite(
    {
      ...place.deps,
      search: place.search,
      kept: place.synced,
      subscribing: () => Promise.resolve(place.answers() ? place.deps : undefined),
    },
    place.publicFiles,
  );
  const closed = closedHandler(place.deps.settings);
  const own = logged<Parameters<Handler>, Response>(
    'portal',
    async (request, connection) => portal.fetch(request, connection),
    place.log,
  );
  const health = together(place.health);
  const inbox = logged('inbox', place.inbox, place.log);
  return async (request, connection) => {
    const { pathname } = new URL(request.url);
    if (isDynamic(pathname) && !place.answers()) return closed(pathname);
    if (pathname === '/inbox' && request.method === 'POST') return inbox(request);
    if (pathname === '/healthz') return Response.json(await health(), { headers: noStore });
    if (pathname === '/control/clock' && request.method === 'POST' && trial)
      return moveClock(place, trial, request);
    if (pathname === '/portal' || pathname.startsWith('/portal/')) return own(request, connection);
    return site.fetch(request, connection);
  };
}

/** Anybody may ask, and measuring takes a dozen queries: who asks meanwhile gets the same answer. */
function together<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask().finally(() => (asked = undefined)));
}

const noStore = { 'cache-control': 'no-store' };

/** Milliseconds. Five minutes bring 20 MB over a line of half a megabit; a head takes a moment on any line. */
const patience = { headersTimeout: 15_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000 };

export function listen(
  place: Place,
  port: number,
  trial?: Trial,
  timeouts: Partial<typeof patience> = {},
): Promise<Server> {
  const fastPath = createFastPath(place.publicFiles, basePath(place.deps.settings.siteUrl));
  const handle = getRequestListener(createHandler(place, trial));
  const server = createServer({ ...patience, ...timeouts }, (request, response) => {
    if (!fastPath(request, response)) void handle(request, response);
  });
  return listenOn(server, port);
}

/** What the command line shows to prove that it may read the data folder. */
export const controlSecret = (place: Pick<Place, 'deps'>): string => place.deps.links.opaqueId('control');

async function moveClock(place: Place, trial: Trial, request: Request): Promise<Response> {
  const shown = Buffer.from(hashOf(request.headers.get('authorization') ?? ''));
  if (!timingSafeEqual(shown, Buffer.from(hashOf(controlSecret(place)))))
    return new Response('', { status: 403 });
  try {
    return new Response(await trial.advance(await request.text()));
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    return new Response(error.message, { status: 400 });
  }
}
