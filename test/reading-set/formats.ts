/** The formats in which a labelled document is handed in, and how each is made. */
import { existsSync, readFileSync } from 'node:fs';
import { encodeGb18030, encodeUtf16 } from '../fixtures/encodings.ts';
import { makeZip } from '../fixtures/zip.ts';
import { type Labelled, linesOf, type SetLine } from './labelled.ts';
import { setDocx } from './set-docx.ts';
import { setHtml, setRtf } from './set-markup.ts';
import { setOfd } from './set-ofd.ts';
import { setPdf } from './set-pdf.ts';
import { setCsv, setXls, setXlsx } from './set-sheets.ts';

/** Undefined where the document does not exist in the format. */
export type Maker = (document: Labelled) => Uint8Array | undefined | Promise<Uint8Array>;

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
  text.replaceAll('﹝', '〔').replaceAll('﹞', '〕').replaceAll('☑', '√').replaceAll('✩', '☆');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Saved once by a word processor from the Word file of the same document: nothing here writes .doc. */
function savedDoc({ id }: Labelled): Uint8Array | undefined {
  const file = new URL(`files/${id}.doc`, import.meta.url);
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
}

/** The document with a table that is no annex of its. */
const archived = (document: Labelled): Uint8Array =>
  makeZip([
    { name: '正文.docx', content: setDocx(linesOf(document)) },
    {
      name: '联系表.csv',
      content: utf8('序号,科室,电话\r\n1,办公室,0990-6120018\r\n2,业务股,0990-6120019\r\n'),
    },
  ]);

export const formats: Record<string, Maker> = {
  'txt utf-8': (document) => utf8(plain(linesOf(document))),
  'txt gb18030': (document) => encodeGb18030(inGbk(asText(linesOf(document)))),
  'txt utf-16le': (document) => encodeUtf16(asText(linesOf(document)), 'le'),
  'txt utf-16be': (document) => encodeUtf16(plain(linesOf(document)), 'be'),
  docx: (document) => setDocx(linesOf(document)),
  doc: savedDoc,
  pdf: (document) => setPdf(linesOf(document)),
  ofd: (document) => setOfd(linesOf(document)),
  rtf: (document) => setRtf(linesOf(document)),
  html: (document) => setHtml(linesOf(document)),
  xlsx: (document) => setXlsx(linesOf(document)),
  xls: (document) => setXls(linesOf(document)),
  csv: (document) => utf8(setCsv(linesOf(document))),
  zip: archived,
};
