/** Everything on one machine's database, page by page in the order of keys. Table and mail queue are open already. */
import type { DatabaseSync } from 'node:sqlite';
import type { IndexPlaces } from '@gongkai/domain/indexes.ts';
import type { Backup, Counter, KeptItem, MailMessage, Page, SentMail, WaitingMail } from '../ports.ts';
import { transaction } from './database.ts';

interface ItemRow {
  key: string;
  version: number;
  value: string;
  places: string;
}
interface MailRow {
  key: string;
  message: string | null;
}

/** First all items, then all mails: a cursor names which, and the last key. */
const inItems = 'items:';
const inMails = 'mails:';

export function createSqliteBackup(db: DatabaseSync): Backup {
  const sql = prepare(db);
  return {
    async dump({ limit, after = inItems }) {
      if (after.startsWith(inMails)) {
        const rows = sql.mails.all(after.slice(inMails.length), limit) as unknown as MailRow[];
        return page(rows, limit, inMails, undefined, mailOf);
      }
      const rows = sql.items.all(after.slice(inItems.length), limit) as unknown as ItemRow[];
      return page(rows, limit, inItems, inMails, itemOf);
    },
    async counters({ limit, after = '' }) {
      const rows = sql.counters.all(after, limit) as unknown as Counter[];
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return { items: rows.map(({ name, value }) => ({ name, value })), ...(last && { next: last.name }) };
    },
    async load(kept) {
      transaction(db, () => {
        for (const one of kept)
          if (one.kind === 'sent-mail') sql.addMail.run(one.id);
          else loadItem(one);
      });
    },
    async loadCounters(counters) {
      transaction(db, () => {
        for (const { name, value } of counters) sql.raise.run(name, value);
      });
    },
  };

  function loadItem({ item: { key, version, value, places } }: KeptItem): void {
    const added = sql.addItem.run(key, version, JSON.stringify(value), JSON.stringify(places));
    if (added.changes === 0) return;
    for (const [name, place] of Object.entries(places)) sql.enter.run(name, place.partition, place.sort, key);
  }
}

/** A full page is followed by more of the same, a shorter one by what comes `afterwards`. */
function page<Row extends { key: string }, T>(
  rows: readonly Row[],
  limit: number,
  cursor: string,
  afterwards: string | undefined,
  read: (row: Row) => T,
): Page<T> {
  const next = rows.length === limit ? cursor + rows.at(-1)!.key : afterwards;
  return { items: rows.map(read), ...(next === undefined ? {} : { next }) };
}

const itemOf = ({ key, version, value, places }: ItemRow): KeptItem => ({
  kind: 'item',
  item: {
    key,
    version,
    value: JSON.parse(value) as Record<string, unknown>,
    places: JSON.parse(places) as IndexPlaces,
  },
});

/** The text of a mail goes when it is delivered; its id stays. */
const mailOf = ({ key, message }: MailRow): SentMail | WaitingMail =>
  message === null
    ? { kind: 'sent-mail', id: key }
    : { kind: 'waiting-mail', message: JSON.parse(message) as MailMessage };

const prepare = (db: DatabaseSync) => ({
  items: db.prepare(
    'SELECT key, version, value, places FROM items WHERE key > ? AND expires IS NULL ORDER BY key LIMIT ?',
  ),
  mails: db.prepare('SELECT id AS key, message FROM mails WHERE id > ? ORDER BY id LIMIT ?'),
  counters: db.prepare('SELECT name, n AS value FROM counters WHERE name > ? ORDER BY name LIMIT ?'),
  addItem: db.prepare('INSERT INTO items VALUES (?, ?, ?, ?, NULL) ON CONFLICT DO NOTHING'),
  enter: db.prepare('INSERT OR IGNORE INTO places VALUES (?, ?, ?, ?)'),
  addMail: db.prepare('INSERT INTO mails (id, accepted, sent) VALUES (?, 0, 0) ON CONFLICT DO NOTHING'),
  raise: db.prepare(
    'INSERT INTO counters VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET n = max(n, excluded.n)',
  ),
});
