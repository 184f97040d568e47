/** Who is signed in: an opaque id in a cookie, its hash in the table, the person looked up anew on each request. */
import { randomBytes } from 'node:crypto';
import { NotAllowed, NotFound } from '@gongkai/domain/errors.ts';
import type { Membership, Role } from '@gongkai/domain/organisation.ts';
import type { Kind } from '@gongkai/domain/indexes.ts';
import { hashOf } from '@gongkai/platform/links.ts';
import { ConditionFailed } from '@gongkai/platform/ports.ts';
import { createStore } from '@gongkai/platform/store.ts';
import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod';
import { loadOrganisation } from '../shared/organisation.ts';
import { base } from './base.ts';
import { readBody, wantsJson } from './body.ts';
import type { PortalContext, PortalDeps, PortalEnv, Session } from './env.ts';
import { noteSecurity } from './security-log.ts';
import { equalSecrets } from './secrets.ts';

/** A working day with its overtime, and a long lunch. */
export const sessionHours = 12;
export const idleHours = 2;
const touchMinutes = 10;

const sessionSchema = z.object({
  /** SHA-256 of the cookie's opaque id. */
  id: z.string(),
  version: z.int(),
  person: z.string(),
  csrf: z.string(),
  openedAt: z.string(),
  /** Last request, give or take ten minutes. */
  seenAt: z.string(),
  expiresAt: z.string(),
});
type Stored = z.infer<typeof sessionSchema>;
const sessionKind: Kind<Stored> = {
  name: 'session',
  parse: (value) => sessionSchema.parse(value),
  places: () => ({}),
};
const sessions = (deps: Pick<PortalDeps, 'table'>) =>
  createStore(deps.table, sessionKind, { expiresAt: (s) => new Date(s.expiresAt) });

/** Until when all sessions of a person are over; one item a person. */
const endedSchema = z.object({ id: z.string(), version: z.int(), at: z.string(), expiresAt: z.string() });
const endedKind: Kind<z.infer<typeof endedSchema>> = {
  name: 'sessions-ended',
  parse: (value) => endedSchema.parse(value),
  places: () => ({}),
};
const ended = (deps: Pick<PortalDeps, 'table'>) =>
  createStore(deps.table, endedKind, { expiresAt: (e) => new Date(e.expiresAt) });

const isSecure = ({ settings }: Pick<PortalDeps, 'settings'>): boolean =>
  settings.portalUrl.startsWith('https:');
/** RFC 6265bis, 4.1.3.2: a name no other host, path or plain connection can set. Browsers take it over https only. */
const cookieOf = (deps: Pick<PortalDeps, 'settings'>) =>
  isSecure(deps)
    ? { name: '__Host-gongkai-session', options: { secure: true, path: '/' } }
    : { name: 'gongkai-session', options: { path: base } };

/** Signs a person in for 12 hours, in place of whoever was signed in with this browser. */
export async function openSession(deps: PortalDeps, c: PortalContext, personId: string): Promise<void> {
  const before = c.get('session');
  if (before) await sessions(deps).delete(before.id);
  const opaque = randomBytes(32).toString('base64url');
  const now = deps.clock.now().toISOString();
  await sessions(deps).createOnce({
    id: hashOf(opaque),
    version: 0,
    person: personId,
    csrf: randomBytes(32).toString('base64url'),
    openedAt: now,
    seenAt: now,
    expiresAt: later(now, sessionHours),
  });
  const { name, options } = cookieOf(deps);
  setCookie(c, name, opaque, {
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: sessionHours * 3_600,
    ...options,
  });
  noteSecurity(deps, 'signed-in', personId);
}

export async function closeSession(deps: PortalDeps, c: PortalContext): Promise<void> {
  const session = c.get('session');
  if (session) {
    await sessions(deps).delete(session.id);
    noteSecurity(deps, 'signed-out', session.person);
  }
  const { name, options } = cookieOf(deps);
  deleteCookie(c, name, options);
}

/** Ends every session of a person, on whatever machine: what was opened up to now counts no more. */
export async function endSessionsOf(
  deps: Pick<PortalDeps, 'table' | 'clock' | 'log'>,
  personId: string,
): Promise<void> {
  const at = deps.clock.now().toISOString();
  const fresh = { at, expiresAt: later(at, sessionHours) };
  const { created } = await ended(deps).createOnce({ id: personId, version: 0, ...fresh });
  if (!created) await ended(deps).update(personId, (before) => ({ ...before, ...fresh }));
  noteSecurity(deps, 'all-sessions-ended', personId);
}

const later = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

/** Sets `shell`, `organisation` and, when somebody who still has a role is signed in, `session` and `me`. */
export const loadSession =
  (deps: PortalDeps): MiddlewareHandler<PortalEnv> =>
  async (c, next) => {
    c.set('shell', { county: deps.settings.county, trial: deps.trial !== undefined });
    const organisation = await loadOrganisation(deps);
    c.set('organisation', organisation);
    const session = await storedSession(deps, getCookie(c, cookieOf(deps).name));
    const me = session && organisation.person(session.person);
    if (session && me) {
      c.set('session', session);
      c.set('me', me);
    }
    await next();
  };

async function storedSession(deps: PortalDeps, opaque: string | undefined): Promise<Session | undefined> {
  if (!opaque) return undefined;
  const stored = await sessions(deps).get(hashOf(opaque));
  // Tables delete expired items late, so the time is looked at here.
  const now = deps.clock.now().toISOString();
  if (!stored || stored.expiresAt <= now || later(stored.seenAt, idleHours) <= now) return undefined;
  const end = await ended(deps).get(stored.person);
  if (end && stored.openedAt <= end.at) return undefined;
  if (later(stored.seenAt, touchMinutes / 60) <= now) await touch(deps, stored, now);
  return { id: stored.id, person: stored.person, csrf: stored.csrf };
}

/** A browser sends several requests at once; one of them notes the time, and none needs to. */
async function touch(deps: PortalDeps, { id }: Stored, seenAt: string): Promise<void> {
  try {
    await sessions(deps).update(id, (s) => (s.seenAt < seenAt ? { ...s, seenAt } : s));
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof ConditionFailed)) throw error;
  }
}

export const requireSession: MiddlewareHandler<PortalEnv> = async (c, next) =>
  c.get('session') ? next() : signInFirst(c);

/**
 * Sends who is not signed in to the sign-in page, and back to where they wanted to go afterwards; there it is said that
 * what they posted was not taken.
 */
export function signInFirst(c: PortalContext): Response {
  if (wantsJson(c)) return c.json({ error: '登录已过期，请重新登录。' }, 401);
  const url = new URL(c.req.url);
  if (c.req.method !== 'GET') return c.redirect(`${base}/sign-in?unsent`, 303);
  const wanted = url.pathname + url.search;
  return c.redirect(`${base}/sign-in?next=${encodeURIComponent(wanted)}`, 303);
}

/** The signed-in person; throws {@link NotAllowed} when nobody is, or when `anyOf` is given and none is held. */
export function signedIn(c: PortalContext, anyOf?: readonly Role[]): Membership {
  const me = c.get('me');
  if (!me) throw new NotAllowed('请先登录。');
  if (anyOf && !anyOf.some((role) => me.person.roles.includes(role)))
    throw new NotAllowed('您没有查看此页面或办理此事项的权限。');
  return me;
}

/**
 * On every POST of a signed-in person the hidden field `csrf` (of a form or a JSON body) must repeat the session's.
 * Where requests come from is checked before, by hono/csrf in frame.ts.
 */
export const checkCsrf: MiddlewareHandler<PortalEnv> = async (c, next) => {
  const session = c.get('session');
  if (session && c.req.method === 'POST') {
    const { csrf } = csrfField.parse(await readBody(c));
    if (!equalSecrets(csrf, session.csrf))
      throw new NotAllowed('页面已失效（登录状态已改变）。请返回上一页刷新后重新提交。');
  }
  await next();
};
const csrfField = z.object({ csrf: z.string().catch('') });
