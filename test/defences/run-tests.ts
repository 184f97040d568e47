/** Runs some tests of a checkout by the titles of their rows, and tells how each ended. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { SecurityRow } from '../support/security-table.ts';

export interface Ended {
  passed: number;
  failed: number;
  /** The first words of the first failure, or why nothing could be run. */
  why: string;
}

/** A test that hangs without its defence is a test that fails. */
const limitMs = 180_000;
const testTimeoutMs = 20_000;
/** With all defences nothing hangs: there is time, also on a busy machine. */
const unhurried = 10;

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** A contract is run by the embedded adapter's test. */
const testFileOf = ({ file }: SecurityRow): string =>
  file.replace(/contract\/(\w+)\.contract\.ts$/, 'embedded/$1.test.ts');

const patternOf = ({ title }: SecurityRow): string =>
  title
    .split(/%[sjo]/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');

/** How the tests of each row ended, in the order of the rows. */
export async function runTests(
  checkout: string,
  rows: readonly SecurityRow[],
  { hurried = true } = {},
): Promise<Ended[]> {
  const times = hurried ? 1 : unhurried;
  const report = join(checkout, 'dist', 'defences.json');
  rmSync(report, { force: true });
  const vitest = spawn(
    join(checkout, 'node_modules/.bin/vitest'),
    [
      'run',
      ...new Set(rows.map(testFileOf)),
      `--testNamePattern=(?:${rows.map(patternOf).join('|')})$`,
      '--reporter=json',
      `--outputFile=${report}`,
      `--testTimeout=${times * testTimeoutMs}`,
    ],
    { cwd: checkout, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...few } },
  );
  let printed = '';
  vitest.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const timer = setTimeout(() => vitest.kill('SIGKILL'), times * limitMs);
  const [, signal] = (await once(vitest, 'exit')) as [number | null, string | null];
  clearTimeout(timer);
  if (signal === 'SIGKILL') return rows.map(() => ({ passed: 0, failed: 1, why: 'did not end' }));
  if (!existsSync(report)) return rows.map(() => ({ passed: 0, failed: 0, why: printed.slice(-2_000) }));
  const { testResults } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  const all = testResults.flatMap((file) => file.assertionResults);
  return rows.map((row) => {
    const own = all.filter((test) => new RegExp(`${patternOf(row)}$`).test(test.fullName));
    const failed = own.filter((test) => test.status === 'failed');
    return {
      passed: own.filter((test) => test.status === 'passed').length,
      failed: failed.length,
      why: firstLine(failed[0]?.failureMessages?.[0] ?? testResults[0]?.message ?? ''),
    };
  });
}

/** A few lives and kills are enough to see a defence that is gone. */
const few = { FAULT_RUNS: '30', FAULT_SEED: '1', FAULT_SHRINK: 'no', KILLS: '12' };

const firstLine = (text: string): string => text.split('\n')[0]!.slice(0, 160);
