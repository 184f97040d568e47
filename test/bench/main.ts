/**
 * `npm run bench`: what the product does on this machine, beside what it should. `--only journey,public` asks some of
 * the questions, `--json` prints for machines. A new question is a file here and a line below.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, isMet } from './figure.ts';

type Question = (folder: string) => Promise<Figure[]>;

/** Each loads its own tools: the memory of one is not that of another. */
const questions: Record<string, () => Promise<Question>> = {
  journey: async () => (await import('./journey.ts')).benchJourney,
  public: async () => (await import('./public.ts')).benchPublic,
  growth: async () => (await import('./growth.ts')).benchGrowth,
  start: async () => (await import('./start.ts')).benchStart,
  reading: async () => (await import('./reading.ts')).benchReading,
  screening: async () => (await import('./screening.ts')).benchScreening,
  redaction: async () => (await import('./redaction.ts')).benchRedaction,
  imports: async () => (await import('./imports.ts')).benchImports,
  catalogue: async () => (await import('./catalogue.ts')).benchCatalogue,
  site: async () => (await import('./site.ts')).benchSite,
  search: async () => (await import('./search.ts')).benchSearch,
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
    const ask = await questions[name]!();
    const figures = await ask(folder);
    results[name] = figures.map((f) => ({ ...f, ...(f.target && { met: isMet(f)! }) }));
    if (values.json) console.error(`${name}: ${figures.length} figures`);
    else print(name, figures);
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
