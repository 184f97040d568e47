/** The ways in which somebody might read a part of a file. */
import { wall } from './absent.ts';

export interface View {
  text: string;
  /** Texts of fewer characters than this are not looked for here: they would be met by chance. */
  from: number;
  /** Only what cannot be a name of a font, a style or a size. */
  tellingOnly: boolean;
}

/** Digits of numbers met by chance in the coordinates of a drawing are never that long. */
const longEnough = 10;
/** Where a reader stops: the end of a paragraph, a cell, a row, a string, a text box. */
const ends = /<\/(?:\w+:)?(?:p|tc|tr|si|c|is|row|txbxContent)>/g;
const tag = /<[^>]*>/g;

export function viewsOf(bytes: Uint8Array): View[] {
  const text = strictUtf8(bytes);
  if (text === undefined || text.includes('\0')) return otherEncodings(bytes);
  if (!text.includes('<'))
    return [
      { text: text.replaceAll('\t', wall), from: 1, tellingOnly: false },
      { text, from: longEnough, tellingOnly: false },
    ];
  return [
    { text: unescaped(text.replace(ends, wall).replace(tag, '')), from: 1, tellingOnly: false },
    { text: unescaped(text.replace(tag, '')), from: longEnough, tellingOnly: false },
    { text: unescaped(text), from: 1, tellingOnly: true },
  ];
}

/** A text in UTF-16 may begin at an odd byte. */
function otherEncodings(bytes: Uint8Array): View[] {
  const texts = [Buffer.from(bytes).toString('latin1'), new TextDecoder('gb18030').decode(bytes)];
  for (const label of ['utf-16le', 'utf-16be'] as const)
    for (const from of [0, 1]) texts.push(new TextDecoder(label).decode(bytes.subarray(from)));
  texts.push(new TextDecoder().decode(bytes));
  return texts.map((text) => ({ text, from: 1, tellingOnly: true }));
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
