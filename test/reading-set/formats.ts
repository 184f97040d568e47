/** The formats in which a labelled document is handed in, and how each is made. */
import { encodeGb18030, encodeUtf16 } from '../fixtures/encodings.ts';
import type { SetLine } from './labelled.ts';
import { setDocx } from './set-docx.ts';
import { setPdf } from './set-pdf.ts';

export type Maker = (lines: readonly SetLine[]) => Uint8Array | Promise<Uint8Array>;

/** As typed into an editor: titles moved to the middle and signatures to the right with spaces, empty lines between. */
const asText = (lines: readonly SetLine[]): string =>
  lines
    .map(({ text, as }) => {
      if (as === 'head' || as === 'title') return `${' '.repeat(12)}${text}`;
      return as === 'right' ? `${'\u3000'.repeat(12)}${text}` : as === 'row' ? text : `\u3000\u3000${text}`;
    })
    .join('\r\n\r\n');

const plain = (lines: readonly SetLine[]): string => `${lines.map((l) => l.text).join('\n')}\n`;
/** GBK lacks a few signs that keyboards have. */
const inGbk = (text: string): string =>
  text.replaceAll(/[﹝]/g, '〔').replaceAll(/[﹞]/g, '〕').replaceAll('☑', '√').replaceAll('✩', '☆');

export const formats: Record<string, Maker> = {
  'txt utf-8': (lines) => new TextEncoder().encode(plain(lines)),
  'txt gb18030': (lines) => encodeGb18030(inGbk(asText(lines))),
  'txt utf-16le': (lines) => encodeUtf16(asText(lines), 'le'),
  'txt utf-16be': (lines) => encodeUtf16(plain(lines), 'be'),
  docx: setDocx,
  pdf: setPdf,
};
