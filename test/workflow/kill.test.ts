import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '@gongkai/platform/embedded/database.ts';
import type { DemoSummary } from '@gongkai/cli/demo.ts';
import { temporaryFolder } from '../support/trial.ts';
import { endStates } from './end-states.ts';

const program = fileURLToPath(new URL('../../dist/gongkai.mjs', import.meta.url));
const kills = Number(process.env['KILLS'] ?? 20);

/** Runs the demo; after `killAfter` milliseconds the process is killed. Resolves to what it printed, if it ended. */
function demo(folder: string, killAfter?: number): Promise<string | undefined> {
  const child = spawn(process.execPath, [program, 'demo', '--json', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL') resolve(undefined);
      else if (code === 0) resolve(printed);
      else reject(new Error(`demo ended with ${code}: ${printed}`));
    });
  });
}

const summaryOf = (printed: string): DemoSummary => JSON.parse(printed) as DemoSummary;
const countsOf = ({ documents }: DemoSummary) =>
  Object.fromEntries(
    documents.map((d) => [
      d.source,
      {
        state: d.state,
        tasks: d.tasks.map((t) => `${t.kind} ${t.outcome}`).sort(),
        published: d.history.filter((h) => h.action === 'published').length,
      },
    ]),
  );

describe('a demo killed at twenty random moments', () => {
  it('ends as one that was left alone: no mail, number, page or task twice', async () => {
    const started = performance.now();
    const alone = temporaryFolder();
    const undisturbed = summaryOf((await demo(alone))!);
    const aloneMs = performance.now() - started;

    let killed = 0;
    while (killed < kills) {
      const folder = temporaryFolder();
      let ended: string | undefined;
      while (ended === undefined) {
        // Starting up is the first third; a run that goes on where another was killed has less to do.
        ended = await demo(folder, killed < kills ? aloneMs * (0.25 + Math.random() * 0.5) : undefined);
        if (ended === undefined) killed++;
      }
      await expectSame(folder, summaryOf(ended), alone, undisturbed);
    }
    expect(killed).toBe(kills);
  }, 300_000);
});

async function expectSame(
  folder: string,
  summary: DemoSummary,
  alone: string,
  undisturbed: DemoSummary,
): Promise<void> {
  expect(Object.fromEntries(summary.documents.map((d) => [d.source, [d.state, d.attribute]]))).toEqual(
    endStates,
  );
  expect(countsOf(summary)).toEqual(countsOf(undisturbed));
  expect(summary.pages).toBe(undisturbed.pages);
  expect(await mailsIn(folder)).toEqual(await mailsIn(alone));
  const numbers = indexNumbers(folder);
  expect(new Set(numbers).size).toBe(numbers.length);
}

/** Whom every mail that lies in the outbox went to, and about what. */
async function mailsIn(folder: string): Promise<string[]> {
  const outbox = join(folder, 'outbox');
  const files = readdirSync(outbox).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(files.map((name) => simpleParser(readFileSync(join(outbox, name)))));
  return mails.map(({ to, subject }) => `${[to].flat()[0]?.text} ${subject}`).sort();
}

function indexNumbers(folder: string): string[] {
  const db = openDatabase(join(folder, 'gongkai.db'));
  const rows = db.prepare("SELECT json_extract(value, '$.indexNumber') AS n FROM items").all() as {
    n: string | null;
  }[];
  db.close();
  return rows.flatMap((r) => r.n ?? []);
}
