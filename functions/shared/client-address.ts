/** The network address a request came from, as far as it tells people apart. */
import { BlockList, isIP, isIPv6 } from 'node:net';
import { frontHeader, type Settings } from '@gongkai/domain/settings.ts';
import type { Context } from 'hono';
import * as z from 'zod';

const nodeServer = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });
const lambda = z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) });

/**
 * The nearest address that is no proxy of ours: each of these writes behind the others whom it was asked by, and what
 * stands before that is the client's own words. Undefined behind a proxy that does not say for whom it asks: one
 * address for everybody is no address.
 */
export function clientAddress(
  c: Context,
  { proxies, frontKey }: Pick<Settings, 'proxies' | 'frontKey'>,
): string | undefined {
  const remote =
    lambda.safeParse(c.env).data?.requestContext.http.sourceIp ??
    nodeServer.safeParse(c.env).data?.incoming.socket.remoteAddress ??
    '127.0.0.1';
  const forwarded = c.req.header('x-forwarded-for')?.split(',') ?? [];
  const own = listOf(proxies);
  const front = frontKey !== undefined && c.req.header(frontHeader) === frontKey ? plain(remote) : undefined;
  const nearest = [...forwarded, remote]
    .map((a) => plain(a.trim()))
    .findLast((a) => a !== front && !isIn(own, a));
  return nearest !== undefined && isIP(nearest) ? lineOf(nearest) : undefined;
}

/** Without what servers for both kinds put before an address of IPv4, and without the name of a network card. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

const isIn = (list: BlockList, address: string): boolean =>
  isIP(address) > 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

const lists = new WeakMap<readonly string[], BlockList>();

function listOf(proxies: readonly string[]): BlockList {
  const known = lists.get(proxies);
  if (known) return known;
  const list = new BlockList();
  for (const one of ['127.0.0.0/8', '::1', ...proxies]) {
    const [address = '', bits] = one.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  lists.set(proxies, list);
  return list;
}

/** Whoever has one line of IPv6 has all addresses of a /64 (RFC 6177). */
function lineOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const zeros = Array<string>(8 - groups(head).length - groups(tail).length).fill('0');
  return `${[...groups(head), ...zeros, ...groups(tail)].slice(0, 4).join(':')}::/64`;
}
