/** Uploads that were stored but perhaps not handled yet: written before the sender is told, so a kill loses none. */
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { transaction } from './database.ts';

/** As S3 tells it (EventBridge `Object Created`), as far as anybody reads it. */
const inboxEventSchema = z.object({
  detail: z.object({ object: z.object({ key: z.string(), size: z.number(), sequencer: z.string() }) }),
});
export type InboxEvent = z.infer<typeof inboxEventSchema>;

export interface InboxEvents {
  add(event: InboxEvent): void;
  /** Oldest first. The same ones again until they are done. */
  pending(limit: number): { id: number; event: InboxEvent }[];
  done(id: number): void;
}

export function createInboxEvents(db: DatabaseSync): InboxEvents {
  db.exec(
    'CREATE TABLE IF NOT EXISTS inbox_events (id INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL)',
  );
  const add = db.prepare('INSERT INTO inbox_events (event) VALUES (?)');
  const pending = db.prepare('SELECT id, event FROM inbox_events ORDER BY id LIMIT ?');
  const done = db.prepare('DELETE FROM inbox_events WHERE id = ?');
  return {
    add(event) {
      transaction(db, () => add.run(JSON.stringify(event)));
    },
    pending: (limit) =>
      (pending.all(limit) as { id: number; event: string }[]).map(({ id, event }) => ({
        id,
        event: inboxEventSchema.parse(JSON.parse(event)),
      })),
    done(id) {
      transaction(db, () => done.run(id));
    },
  };
}
