/** The lines that the rules of official documents are applied to. */
import { compact } from '../clean.ts';
import type { Block, Found } from '../types.ts';

export interface Line {
  text: string;
  /** Index of its block. */
  line: number;
  /** Set by the file itself, not by how the line begins. */
  heading?: boolean;
  cells?: string[];
}

export interface Place<T> extends Found {
  value: T;
}

const numberedHeading = /^(第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]+、)/;

export const lineOf = (block: Block, line: number): Line => ({
  text: block.text,
  line,
  ...(block.kind === 'heading' && !numberedHeading.test(block.text) ? { heading: true } : {}),
  ...(block.cells ? { cells: block.cells } : {}),
});

/** What stands apart on one line: cells, or what a wide gap parts. */
export const pieces = (text: string): string[] =>
  text
    .split(/\t|\s{2,}|\u3000/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

export const place = <T>(value: T, line: Line, certainty: Found['certainty'] = 'certain'): Place<T> => ({
  value,
  where: line.text,
  line: line.line,
  certainty,
});

/** The same, read from several lines. */
export const placeOver = <T>(
  value: T,
  lines: readonly Line[],
  certainty: Found['certainty'] = 'certain',
): Place<T> => ({
  value,
  where: lines.map((l) => l.text).join('\n'),
  line: lines[0]?.line ?? 0,
  certainty,
});

/** Another value read from the same place. */
export const revalued = <T>(from: Found, value: T, certainty = from.certainty): Place<T> => ({
  value,
  where: from.where,
  line: from.line,
  certainty,
});

/** Letter-spaced Chinese closes up; space between other words stays one. */
export const closedUp = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=[\p{Script=Han}〇○]) | (?=[\p{Script=Han}〇○])/gu, '')
    .trim();

/** Brackets and book-title marks opened so far are closed: a line that ends inside them goes on. */
export function isClosed(text: string): boolean {
  const plain = compact(text);
  const count = (mark: string): number => plain.split(mark).length - 1;
  return count('《') <= count('》') && count('(') <= count(')') && count('“') <= count('”');
}
