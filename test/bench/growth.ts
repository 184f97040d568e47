/** What the next documents cost when many are stored already: flat is the goal. */
import { join } from 'node:path';
import { countingTable, noTableCounts } from '../budgets/counting-table.ts';
import { openCounty } from './county.ts';
import { type Figure, figure } from './figure.ts';
import { fillStore } from './fill.ts';
import { publishMany } from './journey.ts';

const sizes = [1_000, 10_000, 100_000];
const documents = 100;
const warmUp = 10;

/** Leaves the largest store in `filledFolder(folder)`. */
export const filledFolder = (folder: string): string => join(folder, `filled-${sizes.at(-1)}`);

export async function benchGrowth(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  let least: { cpuMs: number; writes: number } | undefined;
  for (const size of sizes) {
    const filled = join(folder, `filled-${size}`);
    await fillStore(filled, size);
    const county = await openCounty(filled);
    const counts = noTableCounts();
    county.place.deps.table = countingTable(county.place.deps.table, counts);
    const { cpuMs, p50Ms } = await publishMany(county, { documents, atOnce: 1 });
    await county.close();
    const writes = counts.writes / (documents + warmUp);
    least ??= { cpuMs, writes };
    const stored = `with ${size.toLocaleString('en')} stored`;
    figures.push(
      figure(`upload to visible p50, ${stored}`, p50Ms, 'ms'),
      figure(`processor, ${stored}`, cpuMs / least.cpuMs, '× the first', { atMost: 1.2 }),
      figure(`writes, ${stored}`, writes / least.writes, '× the first', { atMost: 1.05 }),
    );
  }
  return figures;
}
