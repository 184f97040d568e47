/** Work that follows a moment later, in SQLite: asked for a hundred times, done once, never lost. */
import type { DatabaseSync } from 'node:sqlite';
import type { Behind } from '../ports.ts';
import { createSingleFlight } from '../single-flight.ts';
import { transaction } from './database.ts';

export interface SqliteBehind extends Behind {
  /** Does everything that was asked for by now, of earlier processes, too. */
  flush(): Promise<void>;
}

interface Row {
  job: string;
  asked: number;
}

/** How long requests gather: whoever looks meanwhile has it done at once, and a rush of publications is written once. */
const delayMs = 1_000;

export function createBehind(options: {
  db: DatabaseSync;
  work: (job: string) => Promise<void>;
  /** Nobody has asked for it again meanwhile. */
  onDone?: (job: string) => void;
  onFailure: (error: unknown) => void;
}): SqliteBehind {
  const { db, work, onDone, onFailure } = options;
  db.exec('CREATE TABLE IF NOT EXISTS behind (job TEXT PRIMARY KEY, asked INTEGER NOT NULL) WITHOUT ROWID');
  const sql = {
    ask: db.prepare('INSERT INTO behind VALUES (?, 1) ON CONFLICT (job) DO UPDATE SET asked = asked + 1'),
    // What was asked for again while it was done is done again.
    done: db.prepare('DELETE FROM behind WHERE job = ? AND asked = ?'),
    get: db.prepare('SELECT job, asked FROM behind WHERE job = ?'),
    all: db.prepare('SELECT job, asked FROM behind ORDER BY job LIMIT 100'),
  };
  const share = createSingleFlight();
  let timer: NodeJS.Timeout | undefined;

  const run = (job: string): Promise<void> =>
    share(job, async () => {
      const row = sql.get.get(job) as Row | undefined;
      if (!row) return;
      await work(job);
      const done = transaction(db, () => sql.done.run(job, row.asked));
      if (done.changes > 0) onDone?.(job);
    });
  const flush = async (): Promise<void> => {
    for (;;) {
      const rows = sql.all.all() as unknown as Row[];
      if (rows.length === 0) return;
      await Promise.all(rows.map(({ job }) => run(job)));
    }
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!db.isOpen) return;
      flush().catch((error: unknown) => {
        onFailure(error);
        soon();
      });
    }, delayMs);
    // Whoever ends the process flushes, or the next start does.
    timer.unref();
  };

  return {
    async ask(jobs) {
      transaction(db, () => jobs.forEach((job) => sql.ask.run(job)));
      soon();
    },
    now: run,
    flush,
  };
}
