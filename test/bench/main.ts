/**
 * `npm run bench`: what the product does on this machine, beside what it should. `--only journey,public` asks some of
 * the questions, `--json` prints for machines. A new question is a file here and a line below.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, isMet } from './figure.ts';
import { benchGrowth } from './growth.ts';
import { benchImports } from './imports.ts';
import { benchCatalogue } from './catalogue.ts';
import { benchJourney } from './journey.ts';
import { benchPublic } from './public.ts';
import { benchReading } from './reading.ts';
import { benchRedaction } from './redaction.ts';
import { benchScreening } from './screening.ts';
import { benchSearch } from './search.ts';
import { benchSite } from './site.ts';
import { benchStart } from './start.ts';

const questions: Record<string, (folder: string) => Promise<Figure[]>> = {
  journey: benchJourney,
  public: benchPublic,
  growth: benchGrowth,
  start: benchStart,
  reading: benchReading,
  screening: benchScreening,
  redaction: benchRedaction,
  imports: benchImports,
  catalogue: benchCatalogue,
  site: benchSite,
  search: benchSearch,
};

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
const asked = values.only?.split(',') ?? Object.keys(questions);
const unknown = asked.filter((name) => !(name in questions));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; ask for ${Object.keys(questions).join(', ')}.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
try {
  const results: Record<string, (Figure & { met?: boolean })[]> = {};
  for (const name of asked) {
    const figures = await questions[name]!(folder);
    results[name] = figures.map((f) => ({ ...f, ...(f.target && { met: isMet(f)! }) }));
    if (!values.json) print(name, figures);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
// Whoever was measured may still hold timers.
process.exit();

function print(name: string, figures: readonly Figure[]): void {
  console.log(name);
  console.table(
    figures.map((f) => ({
      figure: f.name,
      value: f.value,
      unit: f.unit,
      target: f.target ? ('atLeast' in f.target ? `≥ ${f.target.atLeast}` : `≤ ${f.target.atMost}`) : '',
      met: f.target ? (isMet(f) ? 'yes' : 'no') : '',
    })),
  );
}
