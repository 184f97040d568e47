/**
 * The one SQLite file of a machine; each module makes its own tables on it. What is written in one turn of the event
 * loop is one commit: a document on its way is written some sixty times, and a commit costs more than a write.
 */
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Milliseconds another process (the command line beside the server) may hold the write lock. */
const busyTimeout = 5_000;
/** Work that never lets the loop turn is committed every so often. */
const writesAtOnce = 500;
/** Longer than anybody waits for an answer: until then nobody is told that all is well. */
const lossRemembered = 60_000;

/**
 * WAL with synchronous=NORMAL: a killed process loses at most the turn it was in; a power cut may lose the last
 * moments but never tears the file. What anybody is told was {@link synced} before. `:memory:` works.
 */
export function openDatabase(file: string): DatabaseSync {
  // What people upload lies in it: for the owner's eyes only.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: false });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000');
  return db;
}

interface Turn {
  sql: ReturnType<typeof prepare>;
  inside: boolean;
  writes: number;
  afterwards: (() => void)[];
  lost?: { at: number; error: unknown };
}
const turns = new WeakMap<DatabaseSync, Turn>();
const open = new Set<DatabaseSync>();
process.once('exit', () => open.forEach(commit));

const prepare = (db: DatabaseSync) => ({
  begin: db.prepare('BEGIN IMMEDIATE'),
  commit: db.prepare('COMMIT'),
  rollback: db.prepare('ROLLBACK'),
  mark: db.prepare('SAVEPOINT work'),
  keep: db.prepare('RELEASE work'),
  undo: db.prepare('ROLLBACK TO work'),
});

function turnOf(db: DatabaseSync): Turn {
  let turn = turns.get(db);
  if (!turn) turns.set(db, (turn = { sql: prepare(db), inside: false, writes: 0, afterwards: [] }));
  return turn;
}

/** All of `work` or nothing. `work` is synchronous; inside another transaction it is simply part of that one. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  const turn = turnOf(db);
  if (turn.inside) return work();
  if (turn.writes >= writesAtOnce) commit(db);
  begin(db, turn);
  turn.sql.mark.run();
  turn.inside = true;
  try {
    const result = work();
    turn.sql.keep.run();
    return result;
  } catch (error) {
    if (db.isTransaction) {
      turn.sql.undo.run();
      turn.sql.keep.run();
      // A full disk has already rolled everything back.
    } else forget(db, turn, error);
    throw error;
  } finally {
    turn.inside = false;
  }
}

function begin(db: DatabaseSync, turn: Turn): void {
  turn.writes++;
  if (db.isTransaction) return;
  turn.sql.begin.run();
  open.add(db);
  setImmediate(() => {
    try {
      commit(db);
    } catch {
      // Remembered: whoever waits for `synced` hears of it.
    }
  });
}

/** Runs `work` when what is being written now was committed, and not at all when it was not. */
export const afterCommit = (db: DatabaseSync, work: () => void): void =>
  void turnOf(db).afterwards.push(work);

/** Ends the turn now. Throws what was lost with it. */
export function commit(db: DatabaseSync): void {
  const turn = turnOf(db);
  if (!open.has(db) || !db.isOpen || turn.inside) return;
  try {
    // Fails as well when a full disk has rolled it back.
    turn.sql.commit.run();
  } catch (error) {
    if (db.isTransaction) turn.sql.rollback.run();
    forget(db, turn, error);
    throw error;
  }
  const { afterwards } = turn;
  reset(db, turn);
  for (const work of afterwards) work();
}

/** Throws when something was lost that somebody may be about to be told of. */
export function throwLost(db: DatabaseSync): void {
  const { lost } = turnOf(db);
  if (lost && performance.now() - lost.at < lossRemembered) throw lost.error;
}

export function closeDatabase(db: DatabaseSync): void {
  commit(db);
  db.close();
}

function forget(db: DatabaseSync, turn: Turn, error: unknown): void {
  turn.lost = { at: performance.now(), error };
  reset(db, turn);
}

function reset(db: DatabaseSync, turn: Turn): void {
  open.delete(db);
  turn.writes = 0;
  turn.afterwards = [];
}
