/**
 * Keeps the public files once more in a folder (plain-files.ts), which is served when the database cannot be. The rows
 * are the truth: a file follows within two seconds, so that a list that changes ten times is written once; what is
 * removed goes with the commit, and {@link SiteFolder.settled} lets whoever tells of a removal wait for the rest of it.
 * Each key is noted before its row changes and forgotten when the file has surely reached the disk; after a crash the
 * noted ones are written anew.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Files } from '../ports.ts';
import { createSingleFlight } from '../single-flight.ts';
import { afterCommit, commit, transaction } from './database.ts';
import type { PlainFiles } from './plain-files.ts';

const followsMs = 2_000;
/** Kernels write out after half a minute at most (Linux: dirty_expire_centisecs), file systems some seconds later. */
const surelyWrittenMs = 120_000;
/** So much younger than that its note may be, and still outlast the writing. */
const noteHoldsMs = 30_000;
const atOnce = 50;

export interface SiteFolder {
  /** The store, whose public files the folder follows. */
  follow(stored: Files): Files;
  /** Writes what is to follow. */
  flush(): Promise<void>;
  /** The same if something was removed since. To be awaited before anybody is told of it. */
  settled(): Promise<void>;
  /** Brings every noted file to what its row says; to be called once by whoever serves, at its start. */
  catchUp(): Promise<void>;
  /** Forgets notes that are no longer needed, and tries once more what failed. */
  tidy(): Promise<void>;
}

export function createSiteFolder(options: {
  db: DatabaseSync;
  plain: PlainFiles;
  onFailure: (error: unknown) => void;
}): SiteFolder {
  const { db, plain, onFailure } = options;
  db.exec('CREATE TABLE IF NOT EXISTS site_notes (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID');
  const sql = prepare(db);
  const share = createSingleFlight();
  const following = new Set<string>();
  /** Committed notes: a list that changes every moment is noted now and then. */
  const notedAt = new Map<string, number>();
  const failed = new Set<string>();
  /** What is being brought now: by `flush`, `catchUp` or `tidy`. */
  const underWay = new Set<{ key: string; isCurrent: boolean }>();
  let store: Pick<Files, 'get'> = { get: () => Promise.resolve(undefined) };
  let timer: NodeJS.Timeout | undefined;
  let hasRemoved = false;
  let hasCaughtUp = false;

  const note = (key: string): void => {
    const now = Date.now();
    if (now - (notedAt.get(key) ?? 0) < noteHoldsMs) return;
    transaction(db, () => void sql.note.run(key, now));
    afterCommit(db, () => notedAt.set(key, now));
  };
  const forget = (before: number): void => {
    notedAt.clear();
    if (failed.size === 0) transaction(db, () => sql.forget.run(before - surelyWrittenMs));
  };
  const failedAt = (key: string, error: unknown): void => {
    failed.add(key);
    onFailure(error);
  };
  const remove = (key: string): void => {
    try {
      plain.remove(key);
      failed.delete(key);
    } catch (error) {
      failedAt(key, error);
    }
  };
  /** Begins again when the row changed meanwhile. */
  const bringAsStored = async (key: string): Promise<void> => {
    const one = { key, isCurrent: true };
    underWay.add(one);
    try {
      for (;;) {
        const file = await store.get('public', key);
        if (file) await plain.write(key, file, () => one.isCurrent);
        else if (one.isCurrent) plain.remove(key);
        if (one.isCurrent) break;
        commit(db);
        one.isCurrent = true;
      }
      failed.delete(key);
    } catch (error) {
      failedAt(key, error);
    } finally {
      underWay.delete(one);
    }
  };
  const changed = (key: string): void => {
    for (const one of underWay) if (one.key === key) one.isCurrent = false;
  };
  const bringAll = async (keys: Iterable<string>): Promise<void> => {
    for (const key of keys) {
      await bringAsStored(key);
      // Whoever asks for a page comes in between.
      await new Promise(setImmediate);
    }
  };
  const writeFollowing = async (): Promise<void> => {
    commit(db);
    hasRemoved = false;
    const keys = [...following];
    following.clear();
    await bringAll(keys);
  };
  const flush = (): Promise<void> => share('write', writeFollowing);
  const soon = (key: string): void => {
    changed(key);
    following.add(key);
    timer ??= setTimeout(() => {
      timer = undefined;
      if (db.isOpen) flush().catch(onFailure);
    }, followsMs);
    timer.unref();
  };
  const now = (key: string): void => {
    changed(key);
    following.delete(key);
    hasRemoved = true;
    if (db.isTransaction) afterCommit(db, () => remove(key));
    else remove(key);
  };

  if (!plain.isWhole()) {
    transaction(db, () => sql.noteAll.run(Date.now()));
    commit(db);
    plain.declareWhole();
  }

  return {
    follow(stored) {
      store = stored;
      return {
        ...stored,
        async put(area, key, body, given) {
          if (area === 'public') note(key);
          await stored.put(area, key, body, given);
          if (area === 'public') soon(key);
        },
        async copy(from, to, given) {
          if (to.area === 'public') note(to.key);
          await stored.copy(from, to, given);
          if (to.area === 'public') soon(to.key);
        },
        async delete(area, key) {
          if (area === 'public') note(key);
          await stored.delete(area, key);
          if (area === 'public') now(key);
        },
      };
    },
    flush,
    settled: async () => {
      if (hasRemoved) await flush();
    },
    async catchUp() {
      const started = Date.now();
      let last = '';
      for (;;) {
        const rows = sql.noted.all(last, atOnce) as { key: string }[];
        await bringAll(rows.map(({ key }) => key));
        if (rows.length < atOnce) break;
        last = rows.at(-1)!.key;
      }
      forget(started);
      hasCaughtUp = true;
    },
    async tidy() {
      await bringAll([...failed]);
      if (hasCaughtUp) forget(Date.now());
    },
  };
}

const prepare = (db: DatabaseSync) => ({
  note: db.prepare('INSERT INTO site_notes VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET at = excluded.at'),
  noteAll: db.prepare(
    "INSERT INTO site_notes SELECT key, ? FROM files WHERE area = 'public' ON CONFLICT (key) DO NOTHING",
  ),
  noted: db.prepare('SELECT key FROM site_notes WHERE key > ? ORDER BY key LIMIT ?'),
  forget: db.prepare('DELETE FROM site_notes WHERE at < ?'),
});
