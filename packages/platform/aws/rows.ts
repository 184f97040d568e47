/** How an item lies in DynamoDB. */
import * as z from 'zod';
import { indexAttributes, indexNames, type IndexPlaces } from '@gongkai/domain/indexes.ts';

const rowSchema = z.object({
  key: z.string(),
  version: z.number(),
  value: z.record(z.string(), z.unknown()),
  /** Tells a write of ours that was repeated from a write of somebody else. */
  writtenBy: z.string(),
  /** Seconds since 1970, as time to live wants it. */
  expiresAt: z.number().optional(),
});
export type Row = z.infer<typeof rowSchema> & { places: IndexPlaces };

/** Rounded up: nothing is gone before its time. */
export const seconds = (at: Date): number => Math.ceil(at.getTime() / 1_000);

export function placeAttributes(places: IndexPlaces): Record<string, string> {
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
  return { ...rowSchema.parse(attributes), places };
}
