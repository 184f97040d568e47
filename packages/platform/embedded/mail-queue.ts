/** Mails wait in SQLite until they are delivered: a kill or a mail server that is down loses none. */
import type { DatabaseSync } from 'node:sqlite';
import { checkMail, type Deliver } from '../mail-message.ts';
import type { Clock, Mail, MailMessage } from '../ports.ts';
import { transaction } from './database.ts';
import { synced } from './synced.ts';

export interface MailQueue extends Mail {
  /** Tries whatever is due, and returns when it was tried. The server calls it on a schedule. */
  flush(): Promise<void>;
  /** How many are not delivered yet. */
  waiting(): number;
  /** How many of these were tried in vain. */
  failing(): number;
}

interface Row {
  id: string;
  message: string;
  tries: number;
}

const batchSize = 32;
const longestDelayMs = 3_600_000;
/** First retry after ten seconds, then twice as long each time. */
const retryAfterMs = (tries: number): number => Math.min(10_000 * 2 ** tries, longestDelayMs);

/** `send` returns when the mail is stored; delivery follows at once, beside. The same id is accepted once. */
export function createMailQueue(options: { db: DatabaseSync; clock: Clock; deliver: Deliver }): MailQueue {
  const { db, clock, deliver } = options;
  const sql = prepare(db);
  let running: Promise<void> | undefined;
  let scheduled = false;

  const attempt = async ({ id, message, tries }: Row): Promise<() => void> => {
    try {
      await deliver(JSON.parse(message) as MailMessage);
      return () => sql.sent.run(clock.now().getTime(), id);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return () => sql.failed.run(clock.now().getTime() + retryAfterMs(tries), text.slice(0, 500), id);
    }
  };
  const pass = async (): Promise<void> => {
    for (;;) {
      const now = clock.now().getTime();
      const rows = sql.due.all(now, now + longestDelayMs, batchSize) as unknown as Row[];
      if (rows.length === 0) return;
      // What a mail speaks of must not be forgotten again.
      await synced(db);
      const notes = await Promise.all(rows.map(attempt));
      transaction(db, () => {
        for (const note of notes) note();
      });
    }
  };
  const flush = async (): Promise<void> => {
    // A pass under way may have looked before the caller's mail was there.
    await running?.catch(() => undefined);
    running ??= pass().finally(() => {
      running = undefined;
    });
    await running;
  };
  const flushSoon = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      // Nothing is lost when it fails (the place is closing, the disk is full): the rows stay for the next flush.
      if (db.isOpen) flush().catch(() => undefined);
    });
  };

  return {
    async send(message) {
      checkMail(message);
      const now = clock.now().getTime();
      transaction(db, () => sql.accept.run(message.id, JSON.stringify(message), now, now));
      flushSoon();
    },
    flush,
    waiting: () => (sql.waiting.get() as { n: number }).n,
    failing: () => (sql.failing.get() as { n: number }).n,
  };
}

const prepare = (db: DatabaseSync) => {
  db.exec(`
    CREATE TABLE IF NOT EXISTS mails (
      id TEXT PRIMARY KEY, message TEXT, accepted INTEGER NOT NULL, due INTEGER, tries INTEGER NOT NULL DEFAULT 0,
      sent INTEGER, error TEXT);
    CREATE INDEX IF NOT EXISTS mails_due ON mails (due) WHERE due IS NOT NULL;
  `);
  return {
    accept: db.prepare(
      'INSERT INTO mails (id, message, accepted, due) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    // Beyond the longest delay: the clock was ahead when it was written.
    due: db.prepare(
      'SELECT id, message, tries FROM mails WHERE due <= ? OR due > ? ORDER BY due, rowid LIMIT ?',
    ),
    // The id stays, so that a repeat is recognised; the text with its link does not.
    sent: db.prepare('UPDATE mails SET sent = ?, due = NULL, message = NULL, error = NULL WHERE id = ?'),
    failed: db.prepare(
      'UPDATE mails SET due = ?, tries = tries + 1, error = ? WHERE id = ? AND sent IS NULL',
    ),
    waiting: db.prepare('SELECT count(*) AS n FROM mails WHERE due IS NOT NULL'),
    failing: db.prepare('SELECT count(*) AS n FROM mails WHERE due IS NOT NULL AND tries > 0'),
  };
};
