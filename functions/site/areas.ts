/**
 * What the site answers besides files, by the first part of the path. An area is a Hono app of its own that is loaded
 * by the first request for it, so that it costs a cold start nothing. A new one is a module that takes the deps and
 * answers a Hono app with paths from the site's root (`/search`), and a line here:
 * `['search', async () => (await import('./search/routes.tsx')).searchRoutes]`.
 */
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Files, Search } from '@gongkai/platform/ports.ts';
import type { Hono } from 'hono';

export type SubscribeDeps = Pick<Deps, 'table' | 'mail' | 'clock' | 'links' | 'settings'>;
/** Without `search` the site says that it cannot be searched now, without `subscribing` the same of subscriptions. */
export type SiteDeps = Pick<Deps, 'settings'> & {
  files: Pick<Files, 'get'>;
  search?: Search;
  /** As for the portal: nobody is told that something was done before it is safe. */
  kept?: (since: number) => Promise<void>;
  /** Only who subscribes waits for these; undefined while there are none. */
  subscribing?: () => Promise<SubscribeDeps | undefined>;
};
export type Area = (deps: SiteDeps) => Hono;
export type Areas = ReadonlyMap<string, () => Promise<Area>>;

export const siteAreas: Areas = new Map([
  ['search', async () => (await import('./search/routes.ts')).searchRoutes],
  ['subscribe', async () => (await import('./subscribe/routes.ts')).subscribeRoutes],
]);
