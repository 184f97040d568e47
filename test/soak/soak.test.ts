import { describe, expect, it } from 'vitest';
import { checkSite } from '@gongkai/functions/shared/check-site.ts';
import { openExisting } from '@gongkai/cli/existing.ts';
import { temporaryFolder } from '../support/trial.ts';
import { judge } from './judge.ts';
import type { Sample } from './sample.ts';
import { soak } from './soak.ts';

/** Ten thousand documents; what grows does so by its share in every sample. */
const curve = (growing: Partial<Record<keyof Sample, number>> = {}): Sample[] =>
  Array.from({ length: 11 }, (_, n) => ({
    documents: n * 1_000,
    seconds: n * 100,
    residentMb: 150 + n * (growing.residentMb ?? 0),
    heapMb: 60 + n * (growing.heapMb ?? 0),
    handles: 20 + n * (growing.handles ?? 0),
    openFiles: 40 + n * (growing.openFiles ?? 0),
    files: n * 30_000 + n * n * (growing.files ?? 0),
    cpuMs: n * 40_000 + n * n * (growing.cpuMs ?? 0),
  }));

describe('the judgement', () => {
  it('takes a flat curve for flat', () => {
    expect(judge(curve()).filter((v) => !v.flat)).toEqual([]);
  });

  it.each([
    ['residentMb', { residentMb: 15 }],
    ['heapMb', { heapMb: 4 }],
    ['handles', { handles: 5 }],
    ['openFiles', { openFiles: 5 }],
    ['filesPerDocument', { files: 500 }],
    ['cpuMsPerDocument', { cpuMs: 2_000 }],
  ])('sees that %s grows', (what, growing) => {
    expect(judge(curve(growing)).flatMap((v) => (v.flat ? [] : v.what))).toEqual([what]);
  });
});

it('a short life of a county leaves no handle and no file open, and a site that agrees with its records', async () => {
  const folder = temporaryFolder();
  const samples = await soak({ folder, documents: 42, samples: 3, users: 10 });
  expect(samples.map((s) => s.documents)).toEqual([0, 14, 28, 42]);
  const opened = judge(samples).filter((v) => v.what === 'handles' || v.what === 'openFiles');
  expect(opened).toMatchObject([{ flat: true }, { flat: true }]);
  const place = openExisting(folder);
  expect(await checkSite(place.deps)).toMatchObject({ missing: [], different: [], stray: [] });
  const { items } = await place.deps.files.list('public', 'documents/', { limit: 1_000 });
  expect(items.filter((key) => key.endsWith('.html'))).toHaveLength(42);
  await place.close();
}, 120_000);
