/** From what people typed to an answer: exact words first, then document numbers, sounds, most of the words. */
import { type FacetName, facetNames, type SearchAnswer, type SearchHit, type SearchQuery } from '../ports.ts';
import { excerpt, highlight } from './highlight.ts';
import { numberWords } from './number-words.ts';
import { countedAtMost, type IndexReader, type Match } from './index-reader.ts';
import { plain, type Term, termsOf } from './words.ts';

/** So many of the best are looked at again for whole words. */
const reranked = 200;
const longestQuery = 100;

interface Attempt {
  /** FTS5 expression; absent: everything. */
  match: string | undefined;
  instead?: 'sound' | 'some-words';
}

export async function find(index: IndexReader, query: SearchQuery): Promise<SearchAnswer> {
  const words = query.words.slice(0, longestQuery);
  const terms = termsOf(words);
  for await (const attempt of attempts(words, terms)) {
    const rows = index.facetRows(attempt.match, query.only);
    if (rows.length === 0) continue;
    const hits = matches(index, attempt.match, query, terms).flatMap(({ row }) => hitOf(index, row, terms));
    return {
      total: rows.length,
      isTotalExact: rows.length < countedAtMost,
      hits,
      facets: facetsOf(rows),
      ...(await insteadOf(attempt, hits, terms)),
    };
  }
  return { total: 0, isTotalExact: true, hits: [], facets: facetsOf([]) };
}

/** How things sound is a third of a megabyte: read by the first who needs it. */
const sound = () => import('./sound.ts');

async function* attempts(words: string, terms: readonly Term[]): AsyncGenerator<Attempt> {
  if (terms.length === 0) {
    // Nothing typed lists everything; signs alone are looked for in vain.
    if (words.trim() === '') yield { match: undefined };
    return;
  }
  const number = numberWords(words);
  if (number) yield { match: `{number}: (${all(number.words)})` };
  yield { match: terms.map((t) => allOf(t)).join(' AND ') };
  const { letterWords, soundWords } = await sound();
  const letters = terms.every((t) => /^[a-z]+$/.test(t.text));
  if (letters)
    for (const spelled of letterWords(terms.map((t) => t.text).join('')))
      yield { match: `{sound}: (${all(spelled)})` };
  const sounds = terms.map((t) => soundWords(t.text));
  if (sounds.every((s) => s !== undefined))
    yield { match: `{sound}: (${all(sounds.flat())})`, instead: 'sound' };
  for (const loose of [withGaps(terms), withoutOne(terms)])
    if (loose) yield { match: loose, instead: 'some-words' };
}

/** One character in four may be wrong or too much: it spoils the two pairs it stands in. */
function withGaps(terms: readonly Term[]): string | undefined {
  const gaps = terms.map((term) => {
    const { words } = term;
    if (words.length < 3) return allOf(term);
    const rest = words.map((_, i) => `(${all(words.filter((__, k) => k !== i && k !== i + 1))})`);
    return `(${rest.join(' OR ')})`;
  });
  return terms.some((t) => t.words.length >= 3) ? gaps.join(' AND ') : undefined;
}

/** One word of several may be missing; a single character left over says nothing. */
function withoutOne(terms: readonly Term[]): string | undefined {
  const subsets = terms
    .map((_, i) => terms.filter((__, k) => k !== i))
    .filter((rest) => rest.some((t) => !t.prefix));
  return subsets.map((rest) => `(${rest.map(allOf).join(' AND ')})`).join(' OR ') || undefined;
}

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;
const all = (words: readonly string[]): string => words.map(quoted).join(' AND ');
const allOf = ({ words, prefix }: Term): string =>
  prefix ? `${quoted(words[0]!)} *` : words.length === 1 ? quoted(words[0]!) : `(${all(words)})`;

function matches(
  index: IndexReader,
  match: string | undefined,
  { only, sort, limit, offset }: SearchQuery,
  terms: readonly Term[],
): Match[] {
  if (match === undefined) return index.newest(only, limit, offset);
  if (sort === 'date' || offset + limit > reranked) return index.matches(match, only, sort, limit, offset);
  const best = index.matches(match, only, 'relevance', reranked, 0);
  // Pairs that all occur are not yet the word: whole words in the title come first.
  const whole = ({ row }: Match): number => terms.filter(({ text }) => index.titleHas(row, text)).length;
  return best
    .map((m) => ({ row: m.row, score: m.score * (1 + whole(m)) }))
    .toSorted((a, b) => a.score - b.score)
    .slice(offset, offset + limit);
}

function hitOf(index: IndexReader, row: number, terms: readonly Term[]): SearchHit[] {
  const listed = index.listed(row);
  if (!listed) return [];
  const { text, title, ...hit } = listed;
  return [{ ...hit, title: highlight(title, terms), excerpt: excerpt(text, terms) }];
}

function facetsOf(rows: readonly Record<FacetName, string | number>[]): SearchAnswer['facets'] {
  const facet = (name: FacetName) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const value = String(row[name]);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
  };
  return Object.fromEntries(facetNames.map((name) => [name, facet(name)])) as SearchAnswer['facets'];
}

async function insteadOf(
  { instead }: Attempt,
  hits: readonly SearchHit[],
  terms: readonly Term[],
): Promise<Pick<SearchAnswer, 'instead'>> {
  if (instead === undefined) return {};
  if (instead === 'some-words') return { instead: { by: 'some-words' } };
  const { sameSoundIn } = await sound();
  const title = hits[0]?.title.join('') ?? '';
  const suggestion = terms.map(({ text }) => sameSoundIn(plain(title), text) ?? text).join(' ');
  return { instead: { by: 'sound', suggestion } };
}
