import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

/** As node-server and Lambda hand over where a request came from. */
const addressOf = async (env: object, forwarded?: string, proxies: string[] = []): Promise<unknown> => {
  const app = new Hono().get('/', (c) => c.json(clientAddress(c, { proxies }) ?? null));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return (await app.request('/', { headers }, env)).json();
};
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

describe('the address a request comes from', () => {
  it.each([
    ['the connection itself', from('203.0.113.5'), undefined, '203.0.113.5'],
    ['the connection, whatever its header claims', from('203.0.113.5'), '198.51.100.1', '203.0.113.5'],
    ['what the own proxy says', from('127.0.0.1'), '203.0.113.5', '203.0.113.5'],
    ['the last entry, which the own proxy wrote', from('::1'), '198.51.100.1, 203.0.113.5', '203.0.113.5'],
    ['nobody behind a proxy that does not say', from('127.0.0.1'), undefined, null],
    [
      'what API Gateway says',
      { requestContext: { http: { sourceIp: '203.0.113.5' } } },
      '198.51.100.1',
      '203.0.113.5',
    ],
  ])('is %s', async (_, env, forwarded, expected) => {
    expect(await addressOf(env, forwarded)).toBe(expected);
  });

  it.each([
    ['its proxy in another room', '203.0.113.5', '192.0.2.10', '203.0.113.5'],
    ['two proxies of the county', '203.0.113.5, 192.0.2.11', '192.0.2.10', '203.0.113.5'],
    ['a stranger who claims to come by one', '203.0.113.5, 192.0.2.11', '203.0.113.9', '203.0.113.9'],
    [
      'a client behind one who writes more',
      '192.0.2.11, 198.51.100.1, 203.0.113.5',
      '192.0.2.10',
      '203.0.113.5',
    ],
    ['no address at all', 'unknown', '192.0.2.10', null],
  ])('behind named proxies is the first that is none of them: %s', async (_, forwarded, remote, expected) => {
    expect(await addressOf(from(remote), forwarded, ['192.0.2.0/28', '2001:db8::/32'])).toBe(expected);
  });

  it('is the viewer where the settings name the network that API Gateway is asked by', async () => {
    const byApiGateway = { requestContext: { http: { sourceIp: '192.0.2.10' } } };
    const forwarded = '198.51.100.1, 203.0.113.5, 192.0.2.10';
    expect(await addressOf(byApiGateway, forwarded, ['192.0.2.0/28'])).toBe('203.0.113.5');
    expect(await addressOf(byApiGateway, forwarded)).toBe('192.0.2.10');
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
  ])('%s counts as %s: a line of IPv6 has more addresses than anybody counts', async (remote, expected) => {
    expect(await addressOf(from(remote))).toBe(expected);
  });

  describe('behind a front that shows its key', () => {
    const frontKey = 'a-key-of-sixteen-letters';
    const edge = { requestContext: { http: { sourceIp: '192.0.2.77' } } };
    const asked = async (key: string, forwarded: string): Promise<unknown> => {
      const app = new Hono().get('/', (c) => c.json(clientAddress(c, { proxies: [], frontKey }) ?? null));
      const headers = { 'x-forwarded-for': forwarded, 'x-gongkai-front': key };
      return (await app.request('/', { headers }, edge)).json();
    };

    it.each([
      ['as API Gateway writes it', '203.0.113.5, 192.0.2.77'],
      ['whether the edge is written or not', '203.0.113.5'],
      ['whatever the client claims before it', '198.51.100.1, 203.0.113.5, 192.0.2.77'],
    ])('is whom the front was asked by, %s', async (_, forwarded) => {
      expect(await asked(frontKey, forwarded)).toBe('203.0.113.5');
    });

    it('is the connection for whoever only says to be the front', async () => {
      expect(await asked('another-key-of-its-own', '203.0.113.5')).toBe('192.0.2.77');
    });
  });

  it('believes only what the own proxy wrote', async () => {
    const claims = ['198.51.100.1', '198.51.100.2'].map((claim) =>
      addressOf(from('127.0.0.1'), `${claim}, 203.0.113.5`),
    );
    expect(new Set(await Promise.all(claims))).toEqual(new Set(['203.0.113.5']));
  });
});
