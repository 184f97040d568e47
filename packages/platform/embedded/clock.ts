/** The machine's clock, and the one of the trial mode that can be moved forward. */
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../ports.ts';

export const systemClock: Clock = { now: () => new Date() };

export interface MovableClock extends Clock {
  /** Moves on to `to`, and runs on from there; stays where it is when that has passed. */
  moveTo(to: Date): void;
  /** Where a fresh place begins, past or future; a clock that was ever set stays as it is. */
  startAt(to: Date): void;
  /** Milliseconds it is ahead of the machine's clock. */
  readonly offset: number;
}

/** How far it was moved is stored: a restart does not fall back. */
export function createMovableClock(db: DatabaseSync, base: Clock = systemClock): MovableClock {
  db.exec(
    'CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset INTEGER NOT NULL)',
  );
  const store = db.prepare(
    'INSERT INTO clock VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET offset = excluded.offset',
  );
  const stored = db.prepare('SELECT offset FROM clock').get() as { offset: number } | undefined;
  let offset = stored?.offset ?? 0;
  const now = (): Date => new Date(base.now().getTime() + offset);
  return {
    now,
    moveTo(to) {
      const ahead = to.getTime() - now().getTime();
      if (Number.isNaN(ahead)) throw new RangeError('no such time');
      if (ahead <= 0) return;
      store.run(offset + ahead);
      offset += ahead;
    },
    startAt(to) {
      if (db.prepare('SELECT 1 FROM clock').get()) return;
      offset = to.getTime() - base.now().getTime();
      store.run(offset);
    },
    get offset() {
      return offset;
    },
  };
}
