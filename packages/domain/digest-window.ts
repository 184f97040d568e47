/** Which changes one day's mails to subscribers tell of. It is fixed before the first mail goes out. */
import * as z from 'zod';
import { localDateSchema } from './deadline.ts';
import type { Kind } from './indexes.ts';

const edgeSchema = z.object({
  /** Running number of the whole site's list up to which publications were told. */
  number: z.int(),
  /** Numbers below it that were given but not yet public: told when they are. */
  missing: z.array(z.int()),
  /** UTC instant up to which notices were told. */
  at: z.string(),
});
export type WindowEdge = z.infer<typeof edgeSchema>;

const windowSchema = z.object({
  kind: z.literal('digest-window'),
  id: z.literal('newest'),
  version: z.int(),
  day: localDateSchema,
  after: edgeSchema,
  upTo: edgeSchema,
  isSent: z.boolean(),
});
export type DigestWindow = z.infer<typeof windowSchema>;

export const digestWindowKind: Kind<DigestWindow> = {
  name: 'digest-window',
  parse: (value) => windowSchema.parse(value),
  places: () => ({}),
};
