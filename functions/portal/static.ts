/** Stylesheet and script, served under names that carry their content's hash and so may be kept for ever. */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { base } from './base.ts';
import type { PortalEnv } from './env.ts';
import { portalCss } from './static/portal-css.ts';
import { reviewJs } from './static/review-js.ts';
import { uploadJs } from './static/upload-js.ts';
import { reviewCss } from './tasks/review-css.ts';

const asset = (name: string, body: string, type: string) => {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `${base}/static/${name.replace('.', `.${hash}.`)}`, body, type: `${type}; charset=utf-8` };
};
const assets = {
  'portal.css': asset('portal.css', portalCss + reviewCss, 'text/css'),
  'review.js': asset('review.js', reviewJs, 'text/javascript'),
  'upload.js': asset('upload.js', uploadJs, 'text/javascript'),
};

export const assetPath = (name: keyof typeof assets): string => assets[name].path;

export const staticRoutes = (): Hono<PortalEnv> => {
  const app = new Hono<PortalEnv>();
  for (const { path, body, type } of Object.values(assets))
    app.get(path, (c) =>
      c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }),
    );
  return app;
};
