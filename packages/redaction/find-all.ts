/** Finds tens of thousands of texts in one pass per length (Rabin and Karp): a list of persons is all matches. */

export interface Place {
  needle: string;
  start: number;
}

const base = 65_599;

/** Every occurrence of every needle, overlapping ones included, shorter needles first. */
export function findAll(haystack: string, needles: Iterable<string>): Place[] {
  const byLength = Map.groupBy(new Set(needles), (needle) => needle.length);
  byLength.delete(0);
  return [...byLength]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([length, some]) => ofOneLength(haystack, length, some));
}

function ofOneLength(haystack: string, length: number, needles: readonly string[]): Place[] {
  const places: Place[] = [];
  if (haystack.length < length) return places;
  const wanted = new Set(needles);
  const hashes = new Set(needles.map((needle) => hashOf(needle, length)));
  const leading = power(length - 1);
  let hash = hashOf(haystack, length);
  for (let start = 0; ; start++) {
    if (hashes.has(hash)) {
      const found = haystack.slice(start, start + length);
      if (wanted.has(found)) places.push({ needle: found, start });
    }
    if (start + length >= haystack.length) return places;
    const without = (hash - Math.imul(haystack.charCodeAt(start), leading)) | 0;
    hash = (Math.imul(without, base) + haystack.charCodeAt(start + length)) | 0;
  }
}

function hashOf(text: string, length: number): number {
  let hash = 0;
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0;
  return hash;
}

function power(exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}
