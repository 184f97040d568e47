/**
 * A process to be killed: `node kill-child.ts <folder> <executions>`. It starts every execution (again), answers
 * the tokens noted so far, notes effects in a file, and exits with 0 when all executions ended.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../clock.ts';
import { commit, openDatabase } from '../../database.ts';
import { createEmbeddedWorkflow } from '../workflow.ts';
import { type Effect, effectful, machines } from './everything.ts';

const [folder = '', count = ''] = process.argv.slice(2);
const notes = join(folder, 'effects.jsonl');
const db = openDatabase(join(folder, 'test.db'));
const functions = effectful(
  (effect) => {
    // The file is outside the database: what led here must not be lost behind it.
    commit(db);
    appendFileSync(notes, `${JSON.stringify(effect)}\n`);
  },
  () => sleep(5),
);
const workflow = createEmbeddedWorkflow({
  db,
  clock: systemClock,
  machines: machines(),
  functions: (name) => functions[name],
  concurrency: 4,
});
workflow.run();
for (let n = 0; n < Number(count); n++) await workflow.start('publication', `doc-${n}`, { n });
process.stdout.write('ready\n');

const answered = new Set<string>();
for (;;) {
  const lines = existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : [];
  for (const { token } of lines.filter(Boolean).map((line) => JSON.parse(line) as Effect)) {
    if (token === undefined || answered.has(token)) continue;
    answered.add(token);
    await workflow.succeed(token, { outcome: 'approve' }).catch(() => {});
  }
  const { items } = await workflow.list('publication', { status: 'RUNNING', limit: 1 });
  if (items.length === 0) break;
  await sleep(5);
}
await workflow.stop();
