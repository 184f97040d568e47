/**
 * A commit is safe from a kill at once, and from a power cut when the log is on the disk. Whoever tells
 * the world something waits for that here; all who wait at one time share one sync, in no thread of ours.
 */
import { closeSync, fdatasync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { commit, throwLost } from './database.ts';
import { createSingleFlight } from '../single-flight.ts';

const flights = new WeakMap<DatabaseSync, ReturnType<typeof createSingleFlight>>();

/**
 * Resolves when everything written before the call would survive a power cut. Rejects when something written after
 * `since` (clock of `performance.now()`) was lost: whoever answers a request names the moment it began.
 */
export async function synced(db: DatabaseSync, since = performance.now()): Promise<void> {
  commit(db);
  throwLost(db, since);
  const file = db.location();
  if (file === null) return;
  const flight = flights.get(db) ?? createSingleFlight();
  flights.set(db, flight);
  await flight('sync', () => syncFile(`${file}-wal`));
}

async function syncFile(path: string): Promise<void> {
  // SQLite keeps no lock on its log: closing a second descriptor takes none away.
  const file = openSync(path, 'r+');
  try {
    await promisify(fdatasync)(file);
  } finally {
    closeSync(file);
  }
}
