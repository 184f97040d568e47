/** The portal: everything that people with a role do, server-rendered, every page usable without JavaScript. */
import { Hono } from 'hono';
import { type Area, areaOf } from './areas.ts';
import { base } from './base.ts';
import type { PortalDeps, PortalEnv } from './env.ts';
import { onError } from './errors.tsx';
import { framed } from './frame.ts';

export function createApp(deps: PortalDeps): Hono<PortalEnv> {
  const opened = new Map<Area, Hono<PortalEnv>>();
  const open = (area: Area): Hono<PortalEnv> => {
    const app = opened.get(area) ?? framed(deps, area);
    opened.set(area, app);
    return app;
  };
  const app = new Hono<PortalEnv>();
  app.onError(onError);
  app.all('*', async (c) => {
    const load = areaOf(c.req.path);
    return open(load ? await load() : entrance).fetch(c.req.raw, c.env);
  });
  return app;
}

/** Outside every area: the way in, stylesheet and script, and the page for what is not there. */
const entrance: Area = () => {
  const app = new Hono<PortalEnv>();
  app.on('GET', [base, `${base}/`], (c) => c.redirect(`${base}/tasks`, 303));
  return app;
};
