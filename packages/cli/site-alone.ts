/** The public site from its folder, without a database: for the hours in which there is none. */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Settings } from '@gongkai/domain/settings.ts';
import { createApp as createSite } from '@gongkai/functions/site/app.tsx';
import { createPublicFiles } from '@gongkai/functions/site/public-files.ts';
import type { PlainFiles } from '@gongkai/platform/embedded/plain-files.ts';
import { closedHandler, isDynamic } from './closed.ts';
import { listenOn } from './listen-on.ts';

export function createSiteAlone(
  settings: Settings,
  plain: PlainFiles,
): (request: Request) => Promise<Response> {
  // Nothing is kept in memory: nobody would tell when a running server changes the folder.
  const site = createSite({ settings, files: plain }, createPublicFiles(plain, { maxBytes: 0 }));
  const closed = closedHandler(settings);
  return async (request) => {
    const { pathname } = new URL(request.url);
    return isDynamic(pathname) ? closed(pathname) : site.fetch(request);
  };
}

export function listenAlone(settings: Settings, plain: PlainFiles, port: number): Promise<Server> {
  const handle = getRequestListener(createSiteAlone(settings, plain));
  const server = createServer((request, response) => void handle(request, response));
  return listenOn(server, port);
}
