/**
 * `npm run defences`: takes away every defence of docs/security.md, one at a time in a copy of the checkout, and
 * requires the test of its row to fail, which passes with it. `--only <pattern>` takes the rows whose title matches.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { securityRows } from '../support/security-table.ts';
import { copyCheckout } from './copy.ts';
import type { Loss } from './defence.ts';
import { type Ended, runTests } from './run-tests.ts';
import { defences } from './table.ts';

/** Their tests run what was built, which is built anew without the defence. */
const runBuilt = new Set(['test/workflow/kill.test.ts', 'test/faults/disk-full.test.ts']);

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const rows = securityRows.filter(({ title }) => new RegExp(values.only ?? '').test(title));
const started = performance.now();
const problems: string[] = [];
const problem = (text: string): void => {
  problems.push(text);
  console.log(`  PROBLEM  ${text}`);
};

if (rows.length === 0) problem(`no row matches ${values.only}`);
for (const title of Object.keys(defences))
  if (!securityRows.some((row) => row.title === title))
    problem(`no row of docs/security.md is called: ${title}`);

const checkout = copyCheckout();
try {
  const whole = await runTests(checkout, rows, { hurried: false });
  for (const [i, row] of rows.entries()) {
    console.log(`${row.requirement}  ${row.title}`);
    const { passed, failed, why } = whole[i]!;
    if (passed === 0 || failed > 0) problem(`with its defence ${passed} passed, ${failed} failed. ${why}`);
    const losses = defences[row.title] ?? [];
    if (losses.length === 0) problem('nothing says how its defence is taken away');
    for (const loss of losses) await prove(row, loss);
  }
} finally {
  rmSync(checkout, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - started) / 1_000);
const losses = rows.flatMap((row) => defences[row.title] ?? []).length;
console.log(`${rows.length} rows, ${losses} losses, ${problems.length} problems, ${seconds} s`);
process.exitCode = problems.length > 0 ? 1 : 0;

async function prove(row: (typeof rows)[number], loss: Loss): Promise<void> {
  const before = new Map<string, string>();
  try {
    for (const { file, passage, instead } of loss) {
      const path = join(checkout, file);
      const source = readFileSync(path, 'utf8');
      if (!before.has(path)) before.set(path, source);
      const times = source.split(passage).length - 1;
      if (times !== 1) return problem(`${file} holds ${times} times: ${passage}`);
      writeFileSync(
        path,
        source.replace(passage, () => instead),
      );
    }
    if (runBuilt.has(row.file)) build();
    const [ended] = await runTests(checkout, [row]);
    judge(loss, ended!);
  } finally {
    for (const [path, source] of before) writeFileSync(path, source);
    if (runBuilt.has(row.file)) build();
  }
}

function judge(loss: Loss, { passed, failed, why }: Ended): void {
  const what = loss.map(({ file, passage }) => `${file}: ${passage.split('\n')[0]}`).join(' and ');
  if (failed > 0) console.log(`  fails without ${what}\n    ${why}`);
  else if (passed > 0) problem(`still passes without ${what}`);
  else problem(`cannot be run without ${what}: ${why}`);
}

function build(): void {
  execFileSync(process.execPath, ['infra/build.ts', '--quiet'], { cwd: checkout, stdio: 'inherit' });
}
