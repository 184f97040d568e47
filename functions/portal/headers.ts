/** What every answer of the portal tells the browser not to do. */
import type { MiddlewareHandler } from 'hono';
import type { PortalDeps, PortalEnv } from './env.ts';

export function securityHeaders(
  deps: Pick<PortalDeps, 'files' | 'clock' | 'settings'>,
): MiddlewareHandler<PortalEnv> {
  let policy: Promise<string> | undefined;
  return async (c, next) => {
    await next();
    policy ??= contentSecurityPolicy(deps).catch((error: unknown) => {
      policy = undefined;
      throw error;
    });
    const { headers } = c.res;
    headers.set('content-security-policy', await policy);
    headers.set('referrer-policy', 'no-referrer');
    headers.set('x-content-type-options', 'nosniff');
    headers.set('x-frame-options', 'DENY');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    if (deps.settings.portalUrl.startsWith('https:'))
      headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  };
}

async function contentSecurityPolicy(
  deps: Pick<PortalDeps, 'files' | 'clock' | 'settings'>,
): Promise<string> {
  const storage = await storageOrigin(deps);
  const targets = storage === new URL(deps.settings.portalUrl).origin ? "'self'" : `'self' ${storage}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${targets}`,
    `form-action ${targets}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Files go straight to storage, which in the cloud is another origin. Only a signed post tells which. */
async function storageOrigin({
  files,
  clock,
  settings,
}: Pick<PortalDeps, 'files' | 'clock' | 'settings'>): Promise<string> {
  const { url } = await files.presignPost({
    key: 'origin/0/0',
    minBytes: 1,
    maxBytes: 1,
    // Posts are good for whole seconds: one second from now is none once the clock has moved on.
    expiresAt: new Date(clock.now().getTime() + 60_000),
  });
  return new URL(url, settings.portalUrl).origin;
}
