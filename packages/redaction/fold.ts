/** Text as it is compared: a number stays the same however it is spaced, hyphenated, or written in full width. */

export interface Folded {
  /** NFKC, lower case, without separators. */
  text: string;
  /** For each UTF-16 unit of `text`, where its character begins in the source. */
  at: Int32Array;
  /** For each unit, how many tabs stand before it: two units of one cell have the same. */
  cell: Int32Array;
}

/** What may stand between the characters of a text without changing it for a reader. */
const separator = /[\s\p{Cf}\p{Cc}\p{Pd}·]/u;
const tab = 9;

export function fold(source: string): Folded {
  const units: number[] = [];
  const at: number[] = [];
  const cell: number[] = [];
  let tabs = 0;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === tab) tabs++;
    else if (isPlain(code)) {
      units.push(code);
      at.push(i);
      cell.push(tabs);
    } else {
      const character = String.fromCodePoint(source.codePointAt(i)!);
      for (const unit of foldedUnits(character)) {
        units.push(unit);
        at.push(i);
        cell.push(tabs);
      }
      i += character.length - 1;
    }
  }
  return { text: textOf(units), at: Int32Array.from(at), cell: Int32Array.from(cell) };
}

export const folded = (source: string): string => fold(source).text;

/** Digits, small letters and the common ideographs are their own folded form; most of any text is these. */
const isPlain = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0x4e00 && code <= 0x9fff);

function foldedUnits(character: string): number[] {
  if (separator.test(character)) return [];
  const units: number[] = [];
  for (const part of character.normalize('NFKC').toLowerCase())
    if (!separator.test(part)) for (let i = 0; i < part.length; i++) units.push(part.charCodeAt(i));
  return units;
}

const textOf = (units: readonly number[]): string =>
  Buffer.from(Uint16Array.from(units).buffer).toString('utf16le');

/** Where the character that begins at `at` ends in its source. */
export const endOf = (source: string, at: number): number =>
  at + ((source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
