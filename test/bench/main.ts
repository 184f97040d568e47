/** `npm run bench`: what the product does on this machine, as figures and ratios of one run. `--json` for machines. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchJourney } from './journey.ts';
import { benchReading } from './reading-public.ts';
import { benchScreening } from './screening.ts';
import { benchStart } from './start.ts';

const json = process.argv.includes('--json');
const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
try {
  const results = {
    journey1: await benchJourney(join(folder, 'one'), { documents: 300, concurrency: 1 }),
    journey8: await benchJourney(join(folder, 'eight'), { documents: 300, concurrency: 8 }),
    publicList: await benchReading(join(folder, 'eight')),
    screening: benchScreening(),
    start: await benchStart(join(folder, 'eight')),
  };
  process.stdout.write(json ? `${JSON.stringify(results)}\n` : `${JSON.stringify(results, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
