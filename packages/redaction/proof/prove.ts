/** The check on a redacted copy, by a way of reading of its own: raw parts and streams, no reader, no maker. */
import { bytesOf, leftIn, type Needles, needlesOf, scan } from './absent.ts';
import { pdfStreams } from './pdf-streams.ts';
import { type View, viewsOf } from './views.ts';
import { zipParts } from './zip-parts.ts';

export type CopyType = 'txt' | 'docx' | 'xlsx' | 'pdf';

/**
 * Those of the removed texts that the file still holds anywhere: in any part or stream, in UTF-8 or UTF-16,
 * escaped, spaced, or split over runs and cells. Throws `RedactionRefused` for a file that is built in a
 * way the maker of copies does not build.
 */
export function leaksIn(type: CopyType, bytes: Uint8Array, removed: readonly string[]): string[] {
  const telling = removed.filter(isTelling);
  const needles: Record<View['for'], Needles> = {
    all: needlesOf(removed),
    long: needlesOf(removed.filter((text) => text.length >= longEnough)),
    telling: needlesOf(telling),
    bytes: bytesOf(telling),
  };
  const look = (view: View): string[] => (view.for === 'bytes' ? scan : leftIn)(view.text, needles[view.for]);
  return [...new Set(partsOf(type, bytes).flatMap((part) => viewsOf(part).flatMap(look)))];
}

function partsOf(type: CopyType, bytes: Uint8Array): Uint8Array[] {
  if (type === 'txt') return [bytes];
  if (type === 'pdf') return [bytes, ...pdfStreams(bytes).map((stream) => stream.bytes)];
  const parts = zipParts(bytes);
  // Names are read as markup is: programs call their parts and properties by the same English words.
  return [Buffer.from(`<${parts.map((p) => p.name).join('\n')}>`), ...parts.map((p) => p.bytes)];
}

/** Characters: shorter ones meet by chance where unrelated texts are read together. */
const longEnough = 10;

/** Not to be met by chance among sizes, colours and names in English. */
const isTelling = (text: string): boolean =>
  /[^\p{ASCII}\p{Cf}\s]{2}|@/u.test(text.normalize('NFKC')) || (text.match(/\p{Nd}/gu) ?? []).length >= 8;
