/** A table that counts what the same calls would cost in DynamoDB, on demand, with KEYS_ONLY indexes. */
import { indexNames, type IndexPlaces } from '@gongkai/domain/indexes.ts';
import { createHash } from 'node:crypto';
import { rowOf } from '@gongkai/platform/aws/rows.ts';
import type { StoredItem, Table } from '@gongkai/platform/ports.ts';
import { attributesSize } from './item-size.ts';

export interface TableCounts {
  /** Requests that write. */
  writes: number;
  /** Of these, for the items themselves, and for their entries in the indexes. */
  itemUnits: number;
  indexUnits: number;
  /** Without those for the organisation, which every function reads once and keeps. */
  readUnits: number;
  organisationUnits: number;
  /** Bytes that are there afterwards and were not before. */
  storedBytes: number;
}

export const noTableCounts = (): TableCounts => ({
  writes: 0,
  itemUnits: 0,
  indexUnits: 0,
  readUnits: 0,
  organisationUnits: 0,
  storedBytes: 0,
});

/** A unit for every KB begun. */
const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));
/** A unit for every 4 KB begun, read consistently. */
const readUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 4096));
/** Key, partition and sort key, and DynamoDB's own 100 bytes. */
const indexEntryBytes = 300;
/** As long as the tokens of Step Functions are; those of one machine are shorter. */
const tokenLength = 700;

export function countingTable(table: Table, counts: TableCounts): Table {
  const write = (before: StoredItem | undefined, after: StoredItem | undefined): void => {
    const [was, is] = [before, after].map((item) => (item ? sizeOf(item) : 0)) as [number, number];
    counts.writes++;
    counts.itemUnits += writeUnits(Math.max(was, is));
    counts.indexUnits += indexWrites(before?.places ?? {}, after?.places ?? {});
    counts.storedBytes += is - was;
  };
  const read = <T extends StoredItem | undefined>(item: T): T => {
    counts.readUnits += readUnits(item ? sizeOf(item) : 0);
    return item;
  };
  return {
    get: async (key) => read(await table.get(key)),
    batchGet: async (keys) => (await table.batchGet(keys)).map(read),
    async query(index, query) {
      const page = await table.query(index, query);
      // An index is read eventually consistently, at half the price, and then its items.
      const units =
        readUnits(page.items.length * indexEntryBytes) / 2 +
        page.items.reduce((sum, item) => sum + readUnits(sizeOf(item)), 0);
      if (index === 'departments') counts.organisationUnits = Math.max(counts.organisationUnits, units);
      else counts.readUnits += units;
      return page;
    },
    async put(item, expected, options) {
      const before = await table.get(item.key);
      await table.put(item, expected, options);
      write(before, { ...item, version: expected + 1 });
    },
    async delete(key) {
      const before = await table.get(key);
      await table.delete(key);
      write(before, undefined);
    },
    async increment(counter, by) {
      counts.writes++;
      counts.itemUnits++;
      return table.increment(counter, by);
    },
    async counter(counter) {
      counts.readUnits++;
      return table.counter(counter);
    },
  };
}

const sizeOf = (item: StoredItem): number => {
  const value = 'token' in item.value ? { ...item.value, token: tokenOf(item.key) } : item.value;
  return attributesSize(rowOf({ ...item, value: steady(value) }, 'w'.repeat(12)));
};

/** Hashes, ids and times, replaced by such as are the same in every run: how well a value packs depends on them. */
function steady(value: Record<string, unknown>): Record<string, unknown> {
  const known = new Map<string, string>();
  const drawn = (found: string): string => {
    const hash = createHash('sha256').update(String(known.size)).digest('hex');
    if (found.startsWith('T')) return `T01:00:${10 + (known.size % 50)}.${100 + (known.size % 900)}Z`;
    return hash.slice(0, found.length);
  };
  const text = JSON.stringify(value).replace(
    /[0-9a-f]{64}|\b[a-z2-9]{13}\b|T\d\d:\d\d:\d\d\.\d{3}Z/g,
    (found) => {
      const same = known.get(found) ?? drawn(found);
      known.set(found, same);
      return same;
    },
  );
  return JSON.parse(text) as Record<string, unknown>;
}

/** Base64 of what looks like chance: nothing that packs well. */
const tokenOf = (key: string): string =>
  Array.from({ length: Math.ceil(tokenLength / 88) }, (_, i) =>
    createHash('sha512').update(`${key} ${i}`).digest('base64'),
  )
    .join('')
    .slice(0, tokenLength);

/** An entry that moves is taken out and put in: two units. */
function indexWrites(before: IndexPlaces, after: IndexPlaces): number {
  let units = 0;
  for (const name of indexNames) {
    const [was, is] = [before[name], after[name]];
    const same = was?.partition === is?.partition && was?.sort === is?.sort;
    if (!same) units += Number(was !== undefined) + Number(is !== undefined);
  }
  return units;
}
