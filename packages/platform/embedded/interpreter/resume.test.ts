/** The machine may stop after any persisted step, and while any function is at work. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, commit, openDatabase } from '../database.ts';
import { type Effect, effectful, effectsEach, everything, expectedOutput } from './support/everything.ts';
import { ask, FakeClock, harness, machineOf } from './support/harness.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'interpreter-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Every piece of work is a commit of its own, and is told of. */
class WatchedDatabase extends DatabaseSync {
  committed: () => void = () => {};
  override prepare(sql: string): StatementSync {
    const statement = super.prepare(sql);
    if (sql === 'RELEASE work') return after(statement, () => queueMicrotask(() => commit(this)));
    if (sql === 'COMMIT') return after(statement, () => this.committed());
    return statement;
  }
}

function after(statement: StatementSync, then: () => void): StatementSync {
  const run = statement.run.bind(statement);
  statement.run = (...args: never[]) => {
    const result = run(...args);
    then();
    return result;
  };
  return statement;
}

const keyOf = (effect: Effect): string => JSON.stringify(effect);

/** Runs the execution to its end, answering every token in its effects. */
async function finish(place: ReturnType<typeof harness>, effects: () => Effect[]) {
  const answered = new Set<string>();
  for (;;) {
    await place.workflow.settle();
    const state = await place.state();
    if (state?.status !== 'RUNNING') return state;
    const open = effects()
      .flatMap(({ token }) => token ?? [])
      .filter((token) => !answered.has(token));
    for (const token of open) {
      answered.add(token);
      await place.workflow.succeed(token, { outcome: 'approve' }).catch(() => {});
    }
    if (open.length === 0) await place.next();
  }
}

describe('an execution stopped after any step', () => {
  it('ends the same in a new process, and repeats a call only with the very same input', async () => {
    const db = new WatchedDatabase(':memory:');
    const clock = new FakeClock();
    const effects: { effect: Effect; step: number }[] = [];
    const stops: { file: string; at: number }[] = [];
    const place = harness(
      everything,
      effectful((effect) => effects.push({ effect, step: stops.length })),
      { db, clock },
    );
    db.committed = () => {
      const file = join(folder, `${stops.length}.db`);
      db.exec(`VACUUM INTO '${file}'`);
      stops.push({ file, at: clock.at });
    };
    await place.workflow.start('publication', 'one', { n: 1 });
    const original = await finish(place, () => effects.map(({ effect }) => effect));
    const id = effects[0]?.effect.id;
    expect(original).toMatchObject({ status: 'SUCCEEDED', output: expectedOutput(1, id) });
    expect(effects).toHaveLength(effectsEach);
    const trail = place.workflow
      .history('publication', 'one')
      .map(({ state }) => state)
      .sort();
    expect(stops.length).toBeGreaterThan(20);

    for (const [n, { file, at }] of stops.entries()) {
      const before = effects.filter(({ step }) => step <= n + 1).map(({ effect }) => effect);
      const all = new Set(before.map(keyOf));
      const known = [...before];
      const later = new FakeClock(new Date(at).toISOString());
      const resumed = harness(
        everything,
        effectful((effect) => {
          all.add(keyOf(effect));
          known.push(effect);
        }),
        { db: openDatabase(file), clock: later },
      );
      const state = await finish(resumed, () => known);
      expect({ n, output: state?.output }).toEqual({ n, output: original?.output });
      expect({ n, effects: all.size }).toEqual({ n, effects: effectsEach });
      expect(
        resumed.workflow
          .history('publication', 'one')
          .map((entry) => entry.state)
          .sort(),
      ).toEqual(trail);
      closeDatabase(resumed.db);
    }
  });
});

describe('many waiting executions', () => {
  it('all go on in a new process', async () => {
    const machine = machineOf({ Ask: ask('mail', { TimeoutSeconds: 86_400 }) });
    const file = join(folder, 'many.db');
    const tokens: string[] = [];
    const mail = async (input: unknown): Promise<void> => {
      tokens.push((input as { token: string }).token);
    };
    const first = harness(machine, { mail }, { db: openDatabase(file) });
    for (let n = 0; n < 1_000; n++) await first.workflow.start('publication', `doc-${n}`, { n });
    await first.workflow.settle();
    closeDatabase(first.db);

    const second = harness(machine, { mail }, { db: openDatabase(file) });
    for (const token of tokens) await second.workflow.succeed(token, 'yes');
    await second.workflow.settle();
    expect(tokens).toHaveLength(1_000);
    const page = await second.workflow.list('publication', { status: 'SUCCEEDED', limit: 2_000 });
    expect(page.items).toHaveLength(1_000);
    closeDatabase(second.db);
  });
});
