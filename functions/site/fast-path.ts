/**
 * Answers public files that are in memory before any framework runs: a framework in between costs about half of
 * the requests a bare node:http server can answer.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFresh } from './conditional.ts';
import type { PublicFiles } from './public-files.ts';

/** Returns false, having done nothing, when the request is not for a file in memory. */
export function createFastPath(
  publicFiles: PublicFiles,
  /** Path part of the site's address, e.g. `/xxgk`. */
  base = '',
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const { method, url = '' } = request;
    if (method !== 'GET' && method !== 'HEAD') return false;
    if (base !== '' && !url.startsWith(`${base}/`)) return false;
    const query = url.indexOf('?');
    const file = publicFiles.cached(url.slice(base.length, query === -1 ? undefined : query));
    if (!file) return false;
    if (isFresh(request.headers['if-none-match'], file.etag)) {
      response.writeHead(304, file.headers.flat()).end();
      return true;
    }
    response.writeHead(200, file.rawHeaders);
    if (method === 'HEAD') response.end();
    else response.end(file.body);
    return true;
  };
}
