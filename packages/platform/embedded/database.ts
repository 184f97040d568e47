/** The one SQLite file of a machine; each module makes its own tables on it. */
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Milliseconds another process (the command line beside the server) may hold the write lock. */
const busyTimeout = 5_000;

/**
 * WAL with synchronous=NORMAL: a killed process loses nothing that was committed; a power cut may lose the last
 * moments but never tears the file. What was told to anybody was synced before, see synced.ts. `:memory:` works.
 */
export function openDatabase(file: string): DatabaseSync {
  // What people upload lies in it: for the owner's eyes only.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: false });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000');
  return db;
}

const statements = new WeakMap<DatabaseSync, ReturnType<typeof prepare>>();

const prepare = (db: DatabaseSync) => ({
  begin: db.prepare('BEGIN IMMEDIATE'),
  commit: db.prepare('COMMIT'),
  rollback: db.prepare('ROLLBACK'),
});

/** All of `work` or nothing. `work` is synchronous; inside another transaction it is simply part of that one. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  let sql = statements.get(db);
  if (!sql) statements.set(db, (sql = prepare(db)));
  sql.begin.run();
  try {
    const result = work();
    sql.commit.run();
    return result;
  } catch (error) {
    // A full disk has already rolled it back.
    if (db.isTransaction) sql.rollback.run();
    throw error;
  }
}
