/** Asks every query and compares with what must be found: all of it counts, and whether the first is right. */
import type { SearchAnswer } from '@gongkai/platform/ports.ts';
import { find } from '@gongkai/platform/search/find.ts';
import { openIndexFile } from '@gongkai/platform/search/index-file.ts';
import { createIndexReader } from '@gongkai/platform/search/index-reader.ts';
import { createIndexWriter } from '@gongkai/platform/search/index-writer.ts';
import { makeDocument, makeProfiles } from './documents.ts';
import { queriesFor } from './queries.ts';

export interface WayScore {
  way: string;
  queries: number;
  /** Of what must be found, the share that was, averaged over the queries. */
  recall: number;
  /** Of what was found, the share that had to be. */
  precision: number;
  /** Queries whose first hit is right, or that rightly found nothing. */
  firstRight: number;
}

export async function measureSearch(
  file: string,
  count: number,
): Promise<{ ways: WayScore[]; misses: string[] }> {
  const made = Array.from({ length: count }, (_, i) => makeDocument(i));
  const profiles = makeProfiles();
  const all = [...made, ...profiles];
  const db = openIndexFile(file);
  const writer = createIndexWriter(db);
  for (let i = 0; i < all.length; i += 500) await writer.write(all.slice(i, i + 500));
  const reader = createIndexReader(db);
  const scores: (Omit<WayScore, 'queries'> & { words: string })[] = [];
  for (const { way, query, expected } of queriesFor(made, profiles)) {
    const wanted = new Set(all.filter(expected).map((d) => d.id));
    const answer = await find(reader, { only: {}, sort: 'relevance', limit: count, offset: 0, ...query });
    scores.push({ way, words: query.words, ...score(answer, wanted) });
  }
  db.close();
  const ways = [...Map.groupBy(scores, (s) => s.way)].map(([way, asked]) => ({
    way,
    queries: asked.length,
    recall: mean(asked.map((s) => s.recall)),
    precision: mean(asked.map((s) => s.precision)),
    firstRight: mean(asked.map((s) => s.firstRight)),
  }));
  const misses = scores
    .filter((s) => s.recall < 1 || s.firstRight < 1)
    .map(
      (s) =>
        `${s.way} “${s.words}”: recall ${s.recall.toFixed(2)}, first ${s.firstRight === 1 ? 'right' : 'wrong'}`,
    );
  return { ways, misses };
}

function score(
  { hits }: SearchAnswer,
  wanted: ReadonlySet<string>,
): Pick<WayScore, 'recall' | 'precision' | 'firstRight'> {
  const right = hits.filter((h) => wanted.has(h.id)).length;
  if (wanted.size === 0)
    return { recall: 1, precision: hits.length === 0 ? 1 : 0, firstRight: hits.length === 0 ? 1 : 0 };
  return {
    recall: right / wanted.size,
    precision: hits.length === 0 ? 0 : right / hits.length,
    firstRight: hits[0] && wanted.has(hits[0].id) ? 1 : 0,
  };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
