import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import type { Files } from '@gongkai/platform/ports.ts';
import type { PortalEnv } from './env.ts';
import { securityHeaders } from './headers.ts';

const settings = settingsSchema.parse({
  siteUrl: 'https://www.county.example',
  portalUrl: 'https://portal.county.example/portal',
});

/** A clock that moves on whenever it is looked at, and a storage that signs for whole seconds, as S3 does. */
function portal(presignPost: (seconds: number) => string) {
  let at = Date.UTC(2026, 8, 21);
  const now = (): Date => new Date((at += 5));
  const files = {
    presignPost: ({ expiresAt }: { expiresAt: Date }) => {
      const url = presignPost(Math.floor((expiresAt.getTime() - now().getTime()) / 1_000));
      return Promise.resolve({ url, fields: {} });
    },
  } as unknown as Files;
  const app = new Hono<PortalEnv>();
  app.use('*', securityHeaders({ files, clock: { now }, settings }));
  app.onError((_, c) => c.text('fault', 500));
  app.get('/', (c) => c.text('hello'));
  return async () => (await app.request('/')).headers.get('content-security-policy');
}

it('names the storage, although time passes between asking and signing', async () => {
  const policy = portal((seconds) => {
    if (seconds < 1) throw new RangeError('a post policy must expire in the future');
    return 'https://inbox.storage.example/';
  });
  expect(await policy()).toContain("form-action 'self' https://inbox.storage.example;");
});

it('asks again when the storage could not be asked the first time', async () => {
  let asked = 0;
  const policy = portal(() => {
    if (++asked === 1) throw new Error('no credentials yet');
    return 'https://inbox.storage.example/';
  });
  expect(await policy()).toBeNull();
  expect(await policy()).toContain('https://inbox.storage.example');
  await policy();
  expect(asked).toBe(2);
});
