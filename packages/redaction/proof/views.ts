/** The ways in which somebody might read a part of a file. */
import { wall } from './absent.ts';

export interface View {
  text: string;
  /**
   * What is looked for here: all; only long texts, where short ones would be met by chance; only what cannot be the
   * name of a font, a style or a size; or `bytes`, where each character is one of bytes that are no text.
   */
  for: 'all' | 'long' | 'telling' | 'bytes';
}

/** Where a reader stops: the end of a paragraph, a cell, a row, a string, a text box. */
const ends = /<\/(?:\w+:)?(?:p|tc|tr|si|c|is|row|txbxContent)>/g;
const tag = /<[^>]*>/g;

export function viewsOf(bytes: Uint8Array): View[] {
  const text = strictUtf8(bytes);
  if (text === undefined || text.includes('\0'))
    return [{ text: Buffer.from(bytes).toString('latin1'), for: 'bytes' }];
  if (!text.includes('<'))
    return [
      { text: text.replaceAll('\t', wall), for: 'all' },
      { text, for: 'long' },
    ];
  return [
    { text: unescaped(text.replace(ends, wall).replace(tag, '')), for: 'all' },
    { text: unescaped(text.replace(tag, '')), for: 'long' },
    { text: unescaped(text), for: 'telling' },
  ];
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescaped = (xml: string): string =>
  xml.includes('&')
    ? xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, digits?: string, name = '') =>
        hex || digits ? character(hex ? Number.parseInt(hex, 16) : Number(digits)) : (named[name] ?? whole),
      )
    : xml;

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : wall);
