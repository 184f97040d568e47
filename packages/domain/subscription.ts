/** What a citizen hears of by mail. The address is personal data: it is stored here alone, and goes with the item. */
import * as z from 'zod';
import type { Kind } from './indexes.ts';

export const topicSchema = z.object({
  kind: z.enum(['site', 'column', 'department', 'item', 'word']),
  /** `site`, the id of the column, the department or the item of the catalogue, or the word itself. */
  id: z.string(),
  /** What an item was called when somebody asked for it: mails name it without reading the catalogue. */
  name: z.string().optional(),
});
export type Topic = z.infer<typeof topicSchema>;

const askSchema = z.object({
  /** SHA-256 of the opaque id in the mail. */
  id: z.string(),
  version: z.int(),
  email: z.string(),
  topic: topicSchema,
  /** UTC instant. */
  askedAt: z.string(),
  expiresAt: z.string(),
});
/** Asked for by somebody who may not own the address; forgotten unless confirmed from the mail. */
export type SubscriptionAsk = z.infer<typeof askSchema>;
export const subscriptionAskKind: Kind<SubscriptionAsk> = {
  name: 'subscription-ask',
  parse: (value) => askSchema.parse(value),
  places: () => ({}),
};

const subscriptionSchema = askSchema.omit({ expiresAt: true }).extend({ confirmedAt: z.string() });
/** Confirmed; its `id` is the hash of the opaque id by which it is ended. */
export type Subscription = z.infer<typeof subscriptionSchema>;
export const subscriptionKind: Kind<Subscription> = {
  name: 'subscription',
  parse: (value) => subscriptionSchema.parse(value),
  places: ({ id, topic }) => ({
    'subscriptions-by-topic': { partition: topicPartition(topic), sort: id },
  }),
};

/** Words stand together: each is held against whatever is new. */
export const wordsPartition = 'word';
export const topicPartition = ({ kind, id }: Topic): string =>
  kind === 'word' ? wordsPartition : `${kind}#${id}`;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
/** True when a text has the word, in whatever width and case it is written. */
export const hasWord = (text: string, word: string): boolean => folded(text).includes(folded(word));
