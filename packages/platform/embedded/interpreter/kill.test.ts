/** SIGKILL at random moments, on a real file, with functions that really leave something behind. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../database.ts';
import { type Effect, effectsEach, everything, expectedOutput } from './support/everything.ts';
import { harness } from './support/harness.ts';

const kills = 20;
const executions = 60;
const child = fileURLToPath(new URL('./support/kill-child.ts', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'interpreter-kill-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Its exit code; null when it was killed, `killAfter` ms after it was at work. */
function runChild(killAfter?: number): Promise<number | null> {
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  const running = spawn(process.execPath, [child, folder, String(executions)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.once('error', reject);
  running.once('exit', (code) => resolve(code));
  running.stdout.once('data', () => {
    if (killAfter !== undefined) setTimeout(() => running.kill('SIGKILL'), killAfter);
  });
  return promise;
}

const linesOf = (file: string): Effect[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Effect]));

it(`survives ${kills} kills: every execution ends right, and repeats are the very same`, async () => {
  let killed = 0;
  for (let n = 0; n < kills; n++) if ((await runChild(Math.random() * 60)) === null) killed++;
  expect(await runChild()).toBe(0);
  expect(killed).toBeGreaterThan(kills / 2);

  const effects = linesOf('effects.jsonl');
  const distinct = new Set(effects.map((effect) => JSON.stringify(effect)));
  expect(distinct.size).toBe(executions * effectsEach);
  const tokens = new Set(effects.flatMap(({ token }) => token ?? []));
  expect(tokens.size).toBe(executions);

  const { workflow, db } = harness(everything, {}, { db: openDatabase(join(folder, 'test.db')) });
  for (let n = 0; n < executions; n++) {
    const state = await workflow.describe('publication', `doc-${n}`);
    expect(state).toMatchObject({ status: 'SUCCEEDED', output: expectedOutput(n, expect.any(String)) });
    const id = (state?.output as { id: string } | undefined)?.id;
    expect(effects.filter((effect) => effect.id === id && effect.token !== undefined)).not.toHaveLength(0);
  }
  expect(db.prepare('SELECT COUNT(*) AS n FROM workflow_frames').get()).toEqual({ n: 0 });
  db.close();
}, 60_000);
