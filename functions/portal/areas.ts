/**
 * The areas of the portal, by the first part of a path below `/portal`. Each is a Hono app of its own that is loaded
 * by the first request for one of its pages, so that an area costs a cold start nothing. A new one is a folder whose
 * `routes.tsx` takes the deps and answers a Hono app with whole paths (`${base}/…`), and a line here.
 */
import type { Hono } from 'hono';
import { base } from './base.ts';
import type { PortalDeps, PortalEnv } from './env.ts';

export type Area = (deps: PortalDeps) => Hono<PortalEnv>;

const signIn = async () => (await import('./sign-in.tsx')).signInRoutes;
const tasks = async () => (await import('./tasks/routes.tsx')).taskRoutes;
const documents = async () => (await import('./documents/routes.tsx')).documentRoutes;
const outbox = async () => (await import('./outbox.tsx')).outboxRoutes;

const areas = new Map<string, () => Promise<Area>>([
  ['sign-in', signIn],
  ['sign-out', signIn],
  ['upload', async () => (await import('./upload/routes.tsx')).uploadRoutes],
  ['tasks', tasks],
  ['t', tasks],
  ['documents', documents],
  ['office', documents],
  ['organisation', async () => (await import('./organisation/routes.tsx')).organisationRoutes],
  ['catalogue', async () => (await import('./catalogue/routes.tsx')).catalogueRoutes],
  ['profiles', async () => (await import('./profiles/routes.tsx')).profileRoutes],
  ['outbox', outbox],
  ['clock', outbox],
]);

/** `/portal/tasks/7` lies in `tasks`. Undefined for a path in no area. */
export const areaOf = (path: string): (() => Promise<Area>) | undefined =>
  areas.get(path.slice(base.length + 1).split('/', 1)[0]!);
