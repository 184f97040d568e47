/** Limits of anonymous requests count the connection, as the server hands it over. */
import { describe, expect, it } from 'vitest';
import { createHandler } from '@gongkai/cli/server.ts';
import { openTestTrial } from '../support/trial.ts';

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
const claims = (n: number): Headers => new Headers({ 'x-forwarded-for': `198.51.100.${n}` });

async function searchUntilStopped(remoteAddress: string, proxies: string[] = []): Promise<number> {
  const { place, trial } = await openTestTrial({ settings: { proxies } });
  const handle = createHandler(place, trial);
  const url = 'http://localhost:8080/search?q=x';
  for (let n = 1; n <= 200; n++)
    if ((await handle(new Request(url, { headers: claims(n) }), from(remoteAddress))).status === 429)
      return n;
  return Number.POSITIVE_INFINITY;
}

describe('who searches without end', () => {
  it('is stopped, whatever address the header of each request claims', async () => {
    expect(await searchUntilStopped('203.0.113.5')).toBeLessThan(200);
  });

  it.each([
    ['this machine', '127.0.0.1', []],
    ['a machine that the settings name', '192.0.2.10', ['192.0.2.0/28']],
  ])('is told apart by a proxy on %s', async (_, remoteAddress, proxies) => {
    expect(await searchUntilStopped(remoteAddress, proxies)).toBe(Number.POSITIVE_INFINITY);
  });
});
