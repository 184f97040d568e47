/**
 * The daily digest: one hash over the heads of all histories that moved, chained to the digest before. Once it is
 * published, nobody can rewrite what is below it unseen, not even who holds the database.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { localDateSchema } from './deadline.ts';
import type { Kind } from './indexes.ts';

/** Key of an item, how many entries its history had, and the hash of the last of them. */
export const headSchema = z.tuple([z.string(), z.int().positive(), z.string()]);
export type Head = z.infer<typeof headSchema>;

const linkSchema = z.object({
  /** Last local date it covers. */
  through: localDateSchema,
  /** SHA-256, lower-case hex: see {@link digestOf}. */
  digest: z.string(),
  /** The digest before; both null for the first, which covers everything up to its date. */
  previous: z.string().nullable(),
  previousThrough: localDateSchema.nullable(),
  /** How many heads it covers. */
  heads: z.int().nonnegative(),
});
/** What the public sees: nothing that names a document. */
export const publishedDigestSchema = linkSchema;
export type PublishedDigest = z.infer<typeof publishedDigestSchema>;

/** What the county keeps: with the heads anybody may count the digest again. */
export const keptDigestSchema = linkSchema.omit({ heads: true }).extend({ heads: z.array(headSchema) });
export type KeptDigest = z.infer<typeof keptDigestSchema>;

/** Where the chain stands; one item, moved by one conditional write a day. */
const chainSchema = linkSchema.extend({
  kind: z.literal('digest-chain'),
  id: z.string(),
  version: z.int(),
});
export type DigestChain = z.infer<typeof chainSchema>;
export const digestChainId = 'chain';

export const digestChainKind: Kind<DigestChain> = {
  name: 'digest-chain',
  parse: (value) => chainSchema.parse(value),
  places: () => ({}),
};

/** SHA-256 over the JSON of `[previous digest, its date, date, [[key, entries, hash], … in the order of keys]]`. */
export const digestOf = ({
  previous,
  previousThrough,
  through,
  heads,
}: Pick<KeptDigest, 'previous' | 'previousThrough' | 'through' | 'heads'>): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, previousThrough, through, heads]))
    .digest('hex');

/** In the records, under its own digest: a repeat that saw other heads overwrites nothing. */
export const keptDigestKey = ({ through, digest }: Pick<PublishedDigest, 'through' | 'digest'>): string =>
  `audit/${through}-${digest}.json`;
/** On the public site. */
export const publishedDigestPath = (through: string): string => `audit/${through}.json`;
export const newestDigestPath = 'audit/newest.json';
