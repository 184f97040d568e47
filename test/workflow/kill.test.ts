import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '@gongkai/platform/embedded/database.ts';
import type { DemoSummary } from '@gongkai/cli/demo.ts';
import { temporaryFolder } from '../support/trial.ts';
import { endStates } from './end-states.ts';

const program = fileURLToPath(new URL('../../dist/gongkai.mjs', import.meta.url));
const kills = 20;

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
    const undisturbed = summaryOf((await demo(temporaryFolder()))!);
    const aloneMs = performance.now() - started;

    const folder = temporaryFolder();
    let killed = 0;
    let last: string | undefined;
    while (killed < kills && last === undefined) {
      // Mostly soon after the start, so that twenty kills fall within one run's worth of work.
      last = await demo(folder, 150 + Math.random() * (aloneMs / 4));
      if (last === undefined) killed++;
    }
    const summary = summaryOf(last ?? (await demo(folder))!);

    expect(killed).toBeGreaterThanOrEqual(kills / 2);
    expect(Object.fromEntries(summary.documents.map((d) => [d.source, [d.state, d.attribute]]))).toEqual(
      endStates,
    );
    expect(countsOf(summary)).toEqual(countsOf(undisturbed));
    expect(summary.pages).toBe(undisturbed.pages);
    const mails = mailIds(folder);
    expect(new Set(mails).size).toBe(mails.length);
    expect(summary.mails).toBe(undisturbed.mails);
    const numbers = indexNumbers(folder);
    expect(new Set(numbers).size).toBe(numbers.length);
  }, 300_000);
});

/** Message-IDs of the mails that lie in the outbox. */
function mailIds(folder: string): string[] {
  return readFileSync(join(folder, 'outbox', 'index.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id);
}

function indexNumbers(folder: string): string[] {
  const db = openDatabase(join(folder, 'gongkai.db'));
  const rows = db.prepare("SELECT json_extract(value, '$.indexNumber') AS n FROM items").all() as {
    n: string | null;
  }[];
  db.close();
  return rows.flatMap((r) => r.n ?? []);
}
