/** The streams of a PDF copy, unpacked, after a look at what else the file says. PDF 32000-1:2008, section 7.3. */
import { inflateSync } from 'node:zlib';
import { RedactionRefused } from '../removal.ts';

/** All that a file of page images needs. Fonts, text, properties, forms, attachments have other names. */
const allowedNames = new Set(
  'Type Catalog Pages Kids Count Page Parent MediaBox Resources XObject Im0 Contents Length Filter FlateDecode Subtype Image Width Height ColorSpace Indexed DeviceRGB BitsPerComponent Size Root'.split(
    ' ',
  ),
);

/** Throws {@link RedactionRefused} when the file holds more than images on pages. */
export function pdfStreams(file: Uint8Array): Uint8Array[] {
  const text = Buffer.from(file).toString('latin1');
  const streams: Uint8Array[] = [];
  let outside = '';
  let at = 0;
  for (let start = text.indexOf('stream\n'); start >= 0; start = text.indexOf('stream\n', at)) {
    outside += text.slice(at, start);
    const length = Number(/\/Length (\d+)[^]*$/.exec(text.slice(Math.max(at, start - 400), start))?.[1]);
    const body = start + 'stream\n'.length;
    if (!text.startsWith('\nendstream', body + length)) throw strange();
    streams.push(inflateSync(file.subarray(body, body + length)));
    at = body + length + '\nendstream'.length;
  }
  outside += text.slice(at);
  const names = Array.from(outside.matchAll(/\/([^\s/<>[\]()]+)/g), ([, name]) => name!);
  if (names.some((name) => !allowedNames.has(name)) || outside.includes('(')) throw strange();
  if (outside.split('%%EOF').length !== 2) throw strange();
  return streams;
}

const strange = (): RedactionRefused =>
  new RedactionRefused('删减稿的文件结构与预期不符，没有采用。请把情况告诉系统管理员。');
