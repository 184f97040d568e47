/** Looks for what should be gone. Shares nothing with the cutting but the block it puts in place of a text. */
import { cutBlock } from '../removal.ts';

/** Stands where reading does not go on: between cells, paragraphs, and where something was cut. */
export const wall = '\uFFFD';

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}\p{Cc}\p{Pd}·]/gu, '');

export interface Needles {
  /** Bare form → the texts as they were given. */
  texts: ReadonlyMap<string, string>;
  lengths: readonly number[];
  /** Which beginnings there are, so that most places of a text cost one look. */
  beginnings: Uint8Array;
}

export function needlesOf(texts: Iterable<string>): Needles {
  const known = new Map<string, string>();
  for (const text of texts) if (bare(text) !== '') known.set(bare(text), text);
  const beginnings = new Uint8Array(65_536);
  for (const text of known.keys()) beginnings[text.charCodeAt(0)]! |= text.length > 1 ? bit(text, 1) : 255;
  const lengths = new Set(Array.from(known.keys(), (text) => text.length));
  return { texts: known, lengths: [...lengths], beginnings };
}

/** One of eight, by the second character. */
const bit = (text: string, at: number): number => 1 << (text.charCodeAt(at) & 7);

/** Those of the needles that `text` still holds, in whatever spacing, width or case. */
export function leftIn(text: string, { texts, lengths, beginnings }: Needles): string[] {
  const rest = bare(text.replaceAll(cutBlock, wall));
  const left = new Set<string>();
  for (let at = 0; at < rest.length; at++) {
    if (!(beginnings[rest.charCodeAt(at)]! & bit(rest, at + 1))) continue;
    for (const length of lengths) {
      const found = texts.get(rest.slice(at, at + length));
      if (found !== undefined) left.add(found);
    }
  }
  return [...left];
}
