import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

/** As node-server and Lambda hand over where a request came from. */
const addressOf = async (env: object, forwarded?: string): Promise<unknown> => {
  const app = new Hono().get('/', (c) => c.json(clientAddress(c) ?? null));
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

  it('believes only what the own proxy wrote', async () => {
    const claims = ['198.51.100.1', '198.51.100.2'].map((claim) =>
      addressOf(from('127.0.0.1'), `${claim}, 203.0.113.5`),
    );
    expect(new Set(await Promise.all(claims))).toEqual(new Set(['203.0.113.5']));
  });
});
