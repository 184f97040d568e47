/** Header and footer of a printed sheet: `&L&"宋体"&10名单&R第 &P 页` → 名单 (ECMA-376 part 1, 18.3.1.46). */
import { oneLine } from './clean.ts';
import type { Block } from './types.ts';

/** Fonts, colours, sizes, page numbers, dates, names of file and sheet. */
const codes = /&"[^"]*"|&K[0-9A-F+-]{6}|&\d+|&[A-Z]/gi;
const pageWords = /[页共第\d]/g;

export function printedBlocks(text: string, part: 'header' | 'footer', page: number): Block[] {
  const pieces = text
    .split(/&[LCR]/)
    .map((piece) => oneLine(piece.replaceAll(codes, '').replaceAll('&&', '&')));
  return [...new Set(pieces)]
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece.replaceAll(pageWords, '')))
    .map((piece) => ({ text: piece, kind: 'paragraph', part, page }));
}
