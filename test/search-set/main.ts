/** `npm run bench:search`: 195 queries over 5,280 documents and 11 profiles, with what must be found; exits 1 below the floor. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureSearch } from './measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-search-'));
try {
  const { ways, misses } = await measureSearch(join(folder, 'search.db'), 5_280);
  console.table(
    ways.map((w) => ({
      way: w.way,
      queries: w.queries,
      recall: w.recall.toFixed(3),
      precision: w.precision.toFixed(3),
      'first right': w.firstRight.toFixed(3),
    })),
  );
  for (const miss of misses) console.log(miss);
  const least = Math.min(...ways.flatMap((w) => [w.recall, w.firstRight]));
  console.log(
    `${ways.reduce((n, w) => n + w.queries, 0)} queries; the least figure is ${least.toFixed(3)}, the floor 0.95`,
  );
  if (least < 0.95) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
