/** What a cold start loads, against an empty handler with the same SDK clients. */
import { join } from 'node:path';
import { bundleAll } from '../budgets/bundles.ts';
import { importTimes } from '../budgets/imports.ts';
import { isCompared, limits } from '../budgets/limits.ts';
import { deployed } from '../budgets/template.ts';
import { type Figure, figure } from './figure.ts';

export async function benchImports(folder: string): Promise<Figure[]> {
  const into = join(folder, 'bundles');
  const bundles = await bundleAll(into);
  const times = await importTimes(bundles, deployed(), into);
  return times.map(({ name, ratio }, i) =>
    figure(
      name,
      ratio,
      '× empty',
      isCompared(bundles[i]!.clients) ? { atMost: limits.importRatio } : undefined,
    ),
  );
}
