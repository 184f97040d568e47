/** Items in SQLite. A put is one transaction over the item and its places in the indexes. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { IndexName, IndexPlace, IndexPlaces } from '@gongkai/domain/indexes.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { type Clock, ConditionFailed, type StoredItem, type Table, type TableQuery } from '../ports.ts';
import { systemClock } from './clock.ts';
import { transaction } from './database.ts';
import { createRecentItems } from './recent-items.ts';

export interface SqliteTable extends Table {
  /** Forgets items whose time is over, at most `limit` at once; returns how many. Reads never show them anyway. */
  purgeExpired(limit?: number): number;
}

interface Row {
  key: string;
  version: number;
  value: string;
  places: string;
  expires: number | null;
}
type IndexRow = Row & { sort: string };

/** SQLite orders every blob after every text: no sort key is beyond it. */
const beyondText = new Uint8Array(1).fill(0xff);

export function createSqliteTable(db: DatabaseSync, clock: Clock = systemClock): SqliteTable {
  db.exec(`
    CREATE TABLE IF NOT EXISTS items (
      key TEXT PRIMARY KEY, version INTEGER NOT NULL, value TEXT NOT NULL, places TEXT NOT NULL, expires INTEGER);
    CREATE INDEX IF NOT EXISTS items_expires ON items (expires) WHERE expires IS NOT NULL;
    CREATE TABLE IF NOT EXISTS places (
      name TEXT, part TEXT, sort TEXT, key TEXT, PRIMARY KEY (name, part, sort, key)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
  `);
  const sql = prepare(db);
  const now = (): number => clock.now().getTime();
  const recent = createRecentItems(db);
  const find = (key: string): StoredItem | undefined => {
    let known = recent.get(key);
    if (!known) {
      const row = sql.get.get(key) as Row | undefined;
      if (!row) return undefined;
      known = { item: read(row), expires: row.expires };
      recent.set(key, known);
    }
    return known.expires === null || known.expires > now() ? known.item : undefined;
  };

  const remove = (key: string, old: IndexPlaces): void => {
    recent.delete(key);
    move(key, old, {});
    sql.delete.run(key);
  };
  const move = (key: string, from: IndexPlaces, to: IndexPlaces): void => {
    for (const name of Object.keys({ ...from, ...to }) as IndexName[]) {
      const [old, next] = [from[name], to[name]];
      if (same(old, next)) continue;
      if (old) sql.leave.run(name, old.partition, old.sort, key);
      if (next) sql.enter.run(name, next.partition, next.sort, key);
    }
  };

  return {
    async get(key) {
      return find(key);
    },
    async batchGet(keys) {
      return keys.flatMap((key) => find(key) ?? []);
    },
    async put({ key, value, places }, expected, { expiresAt } = {}) {
      const text = JSON.stringify(value);
      const item = { key, version: expected + 1, value: hasUndefined(value) ? parse(text) : value, places };
      const expires = expiresAt?.getTime() ?? null;
      transaction(db, () => {
        const current = find(key);
        if ((current?.version ?? 0) !== expected) throw new ConditionFailed(key, current);
        // The expired one counts as absent, but its places are still there to be moved.
        const before = recent.get(key)?.item.places ?? {};
        sql.put.run(key, item.version, text, JSON.stringify(places), expires);
        move(key, before, places);
      });
      recent.set(key, { item, expires });
    },
    async delete(key) {
      transaction(db, () => {
        const row = sql.get.get(key) as Row | undefined;
        if (row) remove(key, placesOf(row));
      });
    },
    async query(index, query) {
      const ask = query.descending ? sql.descending : sql.ascending;
      const rows = ask.all(
        index,
        query.partition,
        ...bounds(query),
        now(),
        query.limit + 1,
      ) as unknown as IndexRow[];
      const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
      return { items: rows.slice(0, query.limit).map(read), ...(last && { next: writeCursor(last) }) };
    },
    async increment(counter, by = 1) {
      return transaction(db, () => (sql.increment.get(counter, by) as { n: number }).n);
    },
    async counter(counter) {
      return (sql.counter.get(counter) as { n: number } | undefined)?.n ?? 0;
    },
    purgeExpired(limit = 1_000) {
      return transaction(db, () => {
        const rows = sql.expired.all(now(), limit) as unknown as Row[];
        for (const row of rows) remove(row.key, placesOf(row));
        return rows.length;
      });
    },
  };
}

const prepare = (db: DatabaseSync) => {
  const columns = 'i.key, i.version, i.value, i.places, i.expires';
  const list = (bounds: string, order: 'ASC' | 'DESC') =>
    db.prepare(`SELECT ${columns}, p.sort FROM places p JOIN items i ON i.key = p.key
      WHERE p.name = ? AND p.part = ? AND ${bounds} AND (i.expires IS NULL OR i.expires > ?)
      ORDER BY p.sort ${order}, p.key ${order} LIMIT ?`);
  return {
    get: db.prepare(`SELECT ${columns} FROM items i WHERE i.key = ?`),
    put: db.prepare(`INSERT INTO items VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET
      version = excluded.version, value = excluded.value, places = excluded.places, expires = excluded.expires`),
    delete: db.prepare('DELETE FROM items WHERE key = ?'),
    enter: db.prepare('INSERT OR IGNORE INTO places VALUES (?, ?, ?, ?)'),
    leave: db.prepare('DELETE FROM places WHERE name = ? AND part = ? AND sort = ? AND key = ?'),
    ascending: list('(p.sort, p.key) > (?, ?) AND p.sort <= ?', 'ASC'),
    descending: list('(p.sort, p.key) < (?, ?) AND p.sort >= ?', 'DESC'),
    expired: db.prepare(`SELECT ${columns} FROM items i WHERE i.expires <= ? ORDER BY i.expires LIMIT ?`),
    increment: db.prepare(
      'INSERT INTO counters VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n RETURNING n',
    ),
    counter: db.prepare('SELECT n FROM counters WHERE name = ?'),
  };
};

/** Where to begin (exclusive, a sort key and a key) and where to stop (inclusive). */
function bounds({ from = '', to, descending, after }: TableQuery): SQLInputValue[] {
  const cursor = after === undefined ? undefined : readCursor(after);
  const end = to ?? beyondText;
  return descending
    ? [cursor?.sort ?? end, cursor?.key ?? beyondText, from]
    : [cursor?.sort ?? from, cursor?.key ?? '', end];
}

const parse = (text: string): StoredItem['value'] => JSON.parse(text) as StoredItem['value'];

/** JSON leaves such members out: what was put is not what would be read. */
const hasUndefined = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' && value !== null && Object.values(value).some(hasUndefined));

const placesOf = (row: Row): IndexPlaces => JSON.parse(row.places) as IndexPlaces;

const read = (row: Row): StoredItem => ({
  key: row.key,
  version: row.version,
  value: parse(row.value),
  places: placesOf(row),
});

const same = (a: IndexPlace | undefined, b: IndexPlace | undefined): boolean =>
  a?.partition === b?.partition && a?.sort === b?.sort;
