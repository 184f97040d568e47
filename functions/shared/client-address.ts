/** The network address a request came from, as far as it tells people apart. */
import type { Context } from 'hono';
import * as z from 'zod';

const nodeServer = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });
const lambda = z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) });

/** Undefined behind a proxy that does not say for whom it asks: one address for everybody is no address. */
export function clientAddress(c: Context): string | undefined {
  const inCloud = lambda.safeParse(c.env);
  if (inCloud.success) return inCloud.data.requestContext.http.sourceIp;
  const remote = nodeServer.safeParse(c.env).data?.incoming.socket.remoteAddress;
  const local = remote === undefined || /^(127\.|::1$|::ffff:127\.)/.test(remote);
  // Only the last entry was written by the proxy on this machine; earlier ones are the client's own words.
  return local ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : remote;
}
