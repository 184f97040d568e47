import type { DatabaseSync } from 'node:sqlite';

/**
 * Its answer calls `changed` when another process has written since it was asked last. SQLite counts the commits of
 * other connections: https://sqlite.org/pragma.html#pragma_data_version
 */
export function createNotice(db: DatabaseSync, changed: () => void): () => void {
  const version = (): unknown => db.prepare('PRAGMA data_version').get()?.['data_version'];
  let known = version();
  return () => {
    const now = version();
    if (now !== known) changed();
    known = now;
  };
}
