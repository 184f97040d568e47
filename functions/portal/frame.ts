/** What goes for every page of the portal, whichever area it lies in. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import type { Area } from './areas.ts';
import type { PortalContext, PortalDeps, PortalEnv } from './env.ts';
import { onError, onNotFound } from './errors.tsx';
import { securityHeaders } from './headers.ts';
import { checkCsrf, loadSession, signInFirst } from './session.ts';
import { staticRoutes } from './static.ts';

/** Forms carry text, never documents: those go straight to storage. */
const maxFormBytes = 2 * 1024 * 1024;

/** An address, six digits, or the upload form of whoever has a link. Parsing all two megabytes takes a tenth of a second. */
const maxStrangersBytes = 64 * 1024;
const ofPeople = bodyLimit({ maxSize: maxFormBytes });
const ofStrangers = bodyLimit({ maxSize: maxStrangersBytes, onError: signInFirst });

export function framed(deps: PortalDeps, area: Area): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.onError(onError);
  app.notFound(onNotFound);
  app.use('*', securityHeaders(deps));
  app.route('/', staticRoutes());
  app.use('*', async (c, next) => {
    const since = performance.now();
    await next();
    if (c.req.method === 'POST' && c.res.status < 500) await deps.kept?.(since);
  });
  app.use('*', csrf({ origin: (origin, c) => isOurs(deps, origin, c) }));
  app.use('*', loadSession(deps));
  app.use('*', (c, next) => (c.get('session') ? ofPeople : ofStrangers)(c, next));
  app.use('*', checkCsrf);
  app.route('/', area(deps));
  return app;
}

/**
 * Under `Referrer-Policy: no-referrer` browsers send `Origin: null`; they say `Sec-Fetch-Site` instead, but only
 * over https. On a plain http intranet the hidden field alone must do.
 */
const isOurs = (deps: PortalDeps, origin: string, c: PortalContext): boolean =>
  origin === 'null'
    ? c.req.header('sec-fetch-site') === undefined
    : origin === new URL(deps.settings.portalUrl).origin || origin === new URL(c.req.url).origin;
