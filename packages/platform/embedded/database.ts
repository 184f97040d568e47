/**
 * The one SQLite file of a machine; each module makes its own tables on it. What is written within a few milliseconds
 * is one commit: a document on its way is written some sixty times, and a commit costs more than a write.
 */
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Milliseconds another process (the command line beside the server) may hold the write lock. */
const busyTimeout = 10_000;
/** Milliseconds writes gather in, unless somebody waits for them to be safe. */
const gatheredFor = 5;
/** Work that never lets a timer come is committed every so often. */
const writesAtOnce = 500;

/**
 * WAL with synchronous=NORMAL: a killed process loses at most its last milliseconds; a power cut may lose the last
 * moments but never tears the file. What anybody is told was {@link synced} before. `:memory:` works.
 */
export function openDatabase(file: string): DatabaseSync {
  // What people upload lies in it: for the owner's eyes only.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: false });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000');
  // An upload with a secrecy mark is destroyed, not only forgotten.
  db.exec('PRAGMA secure_delete = ON');
  return db;
}

interface Batch {
  sql: ReturnType<typeof prepare>;
  inside: boolean;
  writes: number;
  afterwards: (() => void)[];
  lost?: { at: number; error: unknown };
  onLoss: (() => void)[];
}
const batches = new WeakMap<DatabaseSync, Batch>();
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

function batchOf(db: DatabaseSync): Batch {
  let batch = batches.get(db);
  if (!batch)
    batches.set(db, (batch = { sql: prepare(db), inside: false, writes: 0, afterwards: [], onLoss: [] }));
  return batch;
}

/** All of `work` or nothing. `work` is synchronous; inside another transaction it is simply part of that one. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  const batch = batchOf(db);
  if (batch.inside) return work();
  if (batch.writes >= writesAtOnce) commit(db);
  begin(db, batch);
  batch.sql.mark.run();
  batch.inside = true;
  try {
    const result = work();
    batch.sql.keep.run();
    return result;
  } catch (error) {
    if (db.isTransaction) {
      batch.sql.undo.run();
      batch.sql.keep.run();
      // A full disk has already rolled everything back.
    } else forget(db, batch, error);
    throw error;
  } finally {
    batch.inside = false;
  }
}

function begin(db: DatabaseSync, batch: Batch): void {
  batch.writes++;
  if (db.isTransaction) return;
  batch.sql.begin.run();
  open.add(db);
  setTimeout(() => {
    try {
      commit(db);
    } catch {
      // Remembered: whoever waits for `synced` hears of it.
    }
  }, gatheredFor);
}

/** Runs `work` when what is being written now was committed, and not at all when it was not. */
export const afterCommit = (db: DatabaseSync, work: () => void): void =>
  void batchOf(db).afterwards.push(work);

/**
 * What was deleted is overwritten in the file, but lies in the log until that is begun anew: now. Waits for nobody; with
 * a reader in the way the next call does it.
 */
export function emptyLog(db: DatabaseSync): void {
  commit(db);
  db.exec(`PRAGMA busy_timeout = 0`);
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    db.exec(`PRAGMA busy_timeout = ${busyTimeout}`);
  }
}

/** Runs `work` whenever something that seemed written was not. */
export const onLoss = (db: DatabaseSync, work: () => void): void => void batchOf(db).onLoss.push(work);

/** Ends the batch now. Throws what was lost with it. */
export function commit(db: DatabaseSync): void {
  const batch = batchOf(db);
  if (!open.has(db) || !db.isOpen || batch.inside) return;
  try {
    // Fails as well when a full disk has rolled it back.
    batch.sql.commit.run();
  } catch (error) {
    if (db.isTransaction) batch.sql.rollback.run();
    forget(db, batch, error);
    throw error;
  }
  const { afterwards } = batch;
  reset(db, batch);
  for (const work of afterwards) work();
}

/** Throws when something was lost since then, on the clock of `performance.now()`: it may have been the caller's. */
export function throwLost(db: DatabaseSync, since: number): void {
  const { lost } = batchOf(db);
  if (lost && lost.at >= since) throw lost.error;
}

export function closeDatabase(db: DatabaseSync): void {
  commit(db);
  db.close();
}

function forget(db: DatabaseSync, batch: Batch, error: unknown): void {
  batch.lost = { at: performance.now(), error };
  reset(db, batch);
  for (const work of batch.onLoss) work();
}

function reset(db: DatabaseSync, batch: Batch): void {
  open.delete(db);
  batch.writes = 0;
  batch.afterwards = [];
}
