/** The history inside an item: who did what, chained by hashes so that nothing can be rewritten unseen. */
import { createHash } from 'node:crypto';
import * as z from 'zod';

export const actorSchema = z.object({
  /** Person id, or `system`. */
  id: z.string(),
  name: z.string(),
  role: z.string(),
  /** The person whose task this was, when a deputy or delegate acted. */
  onBehalfOf: z.string().optional(),
});
export type Actor = z.infer<typeof actorSchema>;
export const system: Actor = { id: 'system', name: '系统', role: 'system' };

const factsSchema = z.object({
  /** UTC instant. */
  at: z.string(),
  actor: actorSchema,
  action: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  reason: z.string().optional(),
  /** SHA-256 of the content judged, lower-case hex. */
  contentHash: z.string().optional(),
});
export const historyEntrySchema = factsSchema.extend({
  /** Hash of the entry before; empty for the first. */
  previous: z.string(),
  hash: z.string(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export type HistoryFacts = z.infer<typeof factsSchema>;

const entryHash = (facts: HistoryFacts, previous: string): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        previous,
        facts.at,
        facts.actor.id,
        facts.actor.name,
        facts.actor.role,
        facts.actor.onBehalfOf ?? null,
        facts.action,
        facts.from ?? null,
        facts.to ?? null,
        facts.reason ?? null,
        facts.contentHash ?? null,
      ]),
    )
    .digest('hex');

export function append(history: readonly HistoryEntry[], facts: HistoryFacts): HistoryEntry[] {
  const previous = history.at(-1)?.hash ?? '';
  return [...history, { ...facts, previous, hash: entryHash(facts, previous) }];
}

/** True when no entry was changed, removed from the middle or put in between. */
export function verifies(history: readonly HistoryEntry[]): boolean {
  return history.every((entry, i) => {
    const previous = i === 0 ? '' : history[i - 1]!.hash;
    return entry.previous === previous && entry.hash === entryHash(entry, previous);
  });
}
