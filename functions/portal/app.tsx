/** The portal: everything that people with a role do, server-rendered, every page usable without JavaScript. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { base } from './base.ts';
import { documentRoutes } from './documents/routes.tsx';
import type { PortalContext, PortalDeps, PortalEnv } from './env.ts';
import { onError, onNotFound } from './errors.tsx';
import { securityHeaders } from './headers.ts';
import { organisationRoutes } from './organisation/routes.tsx';
import { outboxRoutes } from './outbox.tsx';
import { checkCsrf, loadSession } from './session.ts';
import { signInRoutes } from './sign-in.tsx';
import { staticRoutes } from './static.ts';
import { taskRoutes } from './tasks/routes.tsx';
import { uploadRoutes } from './upload/routes.tsx';

/** Forms carry text, never documents: those go straight to storage. */
const maxFormBytes = 2 * 1024 * 1024;

export function createApp(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.onError(onError);
  app.notFound(onNotFound);
  app.use('*', securityHeaders(deps));
  app.route('/', staticRoutes());
  app.use('*', bodyLimit({ maxSize: maxFormBytes }));
  app.use('*', csrf({ origin: (origin, c) => isOurs(deps, origin, c) }));
  app.use('*', loadSession(deps));
  app.use('*', checkCsrf);
  app.get(base, (c) => c.redirect(`${base}/tasks`, 303));
  app.get(`${base}/`, (c) => c.redirect(`${base}/tasks`, 303));
  app.route('/', signInRoutes(deps));
  app.route('/', uploadRoutes(deps));
  app.route('/', taskRoutes(deps));
  app.route('/', documentRoutes(deps));
  app.route('/', organisationRoutes(deps));
  app.route('/', outboxRoutes(deps));
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
