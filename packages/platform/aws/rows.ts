/** How an item lies in DynamoDB. */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { indexAttributes, indexNames, type IndexPlaces } from '@gongkai/domain/indexes.ts';
import type { StoredItem } from '../ports.ts';
import { pack, unpack } from './packing.ts';

const rowSchema = z.object({
  key: z.string(),
  version: z.number(),
  value: z.record(z.string(), z.unknown()).optional(),
  packed: z.instanceof(Uint8Array).optional(),
  /** Tells a write of ours that was repeated from a write of somebody else. */
  writtenBy: z.string(),
  /** Seconds since 1970, as time to live wants it. */
  expiresAt: z.number().optional(),
});
export type Row = Omit<z.infer<typeof rowSchema>, 'packed' | 'value'> & Pick<StoredItem, 'value' | 'places'>;

/** Rounded up: nothing is gone before its time. */
export const seconds = (at: Date): number => Math.ceil(at.getTime() / 1_000);

/** Everything of an item but when it expires. */
export const rowOf = (
  { key, version, value, places }: StoredItem,
  writtenBy: string = randomBytes(9).toString('base64url'),
): Record<string, unknown> => ({ key, version, ...pack(value), writtenBy, ...placeAttributes(places) });

function placeAttributes(places: IndexPlaces): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of indexNames) {
    const place = places[name];
    if (!place) continue;
    const { partition, sort } = indexAttributes(name);
    attributes[partition] = place.partition;
    attributes[sort] = place.sort;
  }
  return attributes;
}

export function readRow(attributes: Record<string, unknown>): Row {
  const places: IndexPlaces = {};
  for (const name of indexNames) {
    const names = indexAttributes(name);
    const [partition, sort] = [attributes[names.partition], attributes[names.sort]];
    if (typeof partition === 'string' && typeof sort === 'string') places[name] = { partition, sort };
  }
  const { value, packed, ...row } = rowSchema.parse(attributes);
  return { ...row, value: unpack({ ...(value && { value }), ...(packed && { packed }) }), places };
}
