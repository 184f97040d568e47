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
  /** Form that is looked for → the text as it was given. */
  texts: ReadonlyMap<string, string>;
  lengths: readonly number[];
  /** Which beginnings there are, so that most places of a text cost one look. */
  beginnings: Uint8Array;
}

/** For text: in whatever spacing, width or case. */
export const needlesOf = (texts: Iterable<string>): Needles =>
  collect(Array.from(texts, (text) => [bare(text), text]));

/** Bytes: fewer are met by chance in the pixels of a few hundred pages. */
const fewest = 6;

/** For bytes, read as Latin-1: as they are, in UTF-8 and UTF-16. */
export const bytesOf = (texts: Iterable<string>): Needles =>
  collect(
    Array.from(texts).flatMap((text) => {
      const utf16 = Buffer.from(text, 'utf16le');
      return [Buffer.from(text), utf16, Buffer.from(utf16).swap16()]
        .filter((bytes) => bytes.length >= fewest)
        .map((bytes) => [bytes.toString('latin1'), text] as const);
    }),
  );

function collect(pairs: readonly (readonly [string, string])[]): Needles {
  const texts = new Map(pairs.filter(([form]) => form !== ''));
  const beginnings = new Uint8Array(65_536);
  for (const form of texts.keys()) beginnings[form.charCodeAt(0)]! |= form.length > 1 ? bit(form, 1) : 255;
  const lengths = new Set(Array.from(texts.keys(), (form) => form.length));
  return { texts, lengths: [...lengths], beginnings };
}

/** One of eight, by the second character. */
const bit = (text: string, at: number): number => 1 << (text.charCodeAt(at) & 7);

/** Those of the needles that `text` still holds, however it is written there. */
export const leftIn = (text: string, needles: Needles): string[] =>
  scan(bare(text.replaceAll(cutBlock, wall)), needles);

/** Those that stand in `text` to the letter. */
export function scan(text: string, { texts, lengths, beginnings }: Needles): string[] {
  const left = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    if (!(beginnings[text.charCodeAt(at)]! & bit(text, at + 1))) continue;
    for (const length of lengths) {
      const found = texts.get(text.slice(at, at + length));
      if (found !== undefined) left.add(found);
    }
  }
  return [...left];
}
