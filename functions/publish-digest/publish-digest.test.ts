import { expect, it } from 'vitest';
import { digestOf, keptDigestKey, keptDigestSchema, publishedDigestSchema } from '@gongkai/domain/digest.ts';
import { settle } from '../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { createPublishDigest } from './publish-digest.ts';

const read = async (deps: MemoryDeps, area: 'records' | 'public', key: string): Promise<unknown> => {
  const file = await deps.files.get(area, key);
  return file && JSON.parse(Buffer.from(file.body).toString());
};
const published = async (deps: MemoryDeps, day: string) =>
  publishedDigestSchema.optional().parse(await read(deps, 'public', `audit/${day}.json`));
const kept = async (deps: MemoryDeps, digest: { through: string; digest: string }) =>
  keptDigestSchema.parse(await read(deps, 'records', keptDigestKey(digest)));

it('covers the day before, never the day that still runs', async () => {
  const deps = memoryDeps('2026-03-02T01:00:00Z');
  await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
  await createPublishDigest(deps)();
  const first = (await published(deps, '2026-03-01'))!;
  expect((await kept(deps, first)).heads.filter(([key]) => key.startsWith('document#'))).toEqual([]);

  deps.setNow('2026-03-02T17:20:00Z');
  await createPublishDigest(deps)();
  const second = (await published(deps, '2026-03-02'))!;
  expect((await kept(deps, second)).heads.filter(([key]) => key.startsWith('document#'))).toHaveLength(1);
});

it('is chained to the one before and can be counted again from the heads that were kept', async () => {
  const deps = memoryDeps('2026-03-03T01:00:00Z');
  await createPublishDigest(deps)();
  deps.setNow('2026-03-06T01:00:00Z');
  await createPublishDigest(deps)();
  const first = (await published(deps, '2026-03-02'))!;
  const second = (await published(deps, '2026-03-05'))!;
  expect(first).toMatchObject({ previous: null, previousThrough: null });
  expect(second).toMatchObject({ previous: first.digest, previousThrough: '2026-03-02' });
  expect(digestOf(await kept(deps, second))).toBe(second.digest);
});

it('counts a day once, and publishes again what a run that died left unpublished', async () => {
  const deps = memoryDeps('2026-03-03T01:00:00Z');
  await createPublishDigest(deps)();
  const first = await published(deps, '2026-03-02');
  await deps.files.delete('public', 'audit/2026-03-02.json');
  await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
  await createPublishDigest(deps)();
  expect(await published(deps, '2026-03-02')).toEqual(first);
});

it('tells the public nothing that names a document', async () => {
  const deps = memoryDeps('2026-03-03T01:00:00Z');
  const { task } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
  deps.setNow('2026-03-05T01:00:00Z');
  await createPublishDigest(deps)();
  expect(JSON.stringify(await published(deps, '2026-03-04'))).not.toContain(task.subject);
});
