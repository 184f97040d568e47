/**
 * The items read or written last: a document on its way is read forty times in a second. They hold while this process
 * alone writes, and while nothing was lost; otherwise all are forgotten.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { StoredItem } from '../ports.ts';
import { onLoss } from './database.ts';

export interface RecentItem {
  item: StoredItem;
  /** Milliseconds since 1970. */
  expires: number | null;
}

export interface RecentItems {
  get(key: string): RecentItem | undefined;
  set(key: string, recent: RecentItem): void;
  delete(key: string): void;
}

/** Some kilobytes each. */
const kept = 400;

export function createRecentItems(db: DatabaseSync): RecentItems {
  const items = new Map<string, RecentItem>();
  // Commits of other connections: https://sqlite.org/pragma.html#pragma_data_version
  const version = db.prepare('PRAGMA data_version');
  let known: unknown;
  const hold = (): Map<string, RecentItem> => {
    const now = version.get()!['data_version'];
    if (now !== known) items.clear();
    known = now;
    return items;
  };
  onLoss(db, () => items.clear());
  return {
    get: (key) => hold().get(key),
    set(key, recent) {
      hold().delete(key);
      items.set(key, recent);
      if (items.size > kept) items.delete(items.keys().next().value!);
    },
    delete: (key) => void items.delete(key),
  };
}
