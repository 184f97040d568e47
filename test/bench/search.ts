/** Search among many: how long people wait, and what a document more costs. */
import { join } from 'node:path';
import { find } from '@gongkai/platform/search/find.ts';
import { openIndexFile } from '@gongkai/platform/search/index-file.ts';
import { createIndexReader } from '@gongkai/platform/search/index-reader.ts';
import { createIndexWriter } from '@gongkai/platform/search/index-writer.ts';
import { makeDocument } from '../search-set/documents.ts';
import { queriesFor } from '../search-set/queries.ts';
import type { Figure } from './figure.ts';

const sizes = [10_000, 100_000] as const;

export async function benchSearch(folder: string): Promise<Figure[]> {
  const db = openIndexFile(join(folder, 'search-bench.db'));
  const writer = createIndexWriter(db);
  const figures: Figure[] = [];
  let written = 0;
  const perDocument: number[] = [];
  for (const size of sizes) {
    const started = performance.now();
    const from = written;
    for (; written < size; written += 500)
      await writer.write(Array.from({ length: 500 }, (_, k) => makeDocument(written + k)));
    perDocument.push((performance.now() - started) / (written - from));
    figures.push(...(await waits(db, size)));
  }
  figures.push({
    name: 'to index a document, with 10,000 to 100,000 there to the first 10,000',
    value: Math.round((perDocument[1]! / perDocument[0]!) * 100) / 100,
    unit: '×',
  });
  db.close();
  return figures;
}

async function waits(db: ReturnType<typeof openIndexFile>, size: number): Promise<Figure[]> {
  const reader = createIndexReader(db);
  const queries = queriesFor(
    Array.from({ length: 2_000 }, (_, i) => makeDocument(i)),
    [],
  );
  const took: number[] = [];
  for (const { query } of queries) {
    const started = performance.now();
    await find(reader, { only: {}, sort: 'relevance', limit: 20, offset: 0, ...query });
    took.push(performance.now() - started);
  }
  took.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(took[Math.floor(took.length * share)]! * 10) / 10;
  return [
    {
      name: `search among ${size} documents, p50`,
      value: at(0.5),
      unit: 'ms',
      ...(size === 10_000 ? { target: { atMost: 6 } } : {}),
    },
    { name: `search among ${size} documents, p99`, value: at(0.99), unit: 'ms' },
  ];
}
