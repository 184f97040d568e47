/** The streams of a PDF copy, unpacked, after a look at what else the file says. PDF 32000-1:2008, section 7.3. */
import { inflateSync } from 'node:zlib';
import { RedactionRefused } from '../removal.ts';

/** All that a file of page images needs. Fonts, text, properties, forms, attachments have other names. */
const allowedNames = new Set(
  'Type Catalog Pages Kids Count Page Parent MediaBox Resources XObject Im0 Contents Length Filter FlateDecode Subtype Image Width Height ColorSpace Indexed DeviceRGB BitsPerComponent Size Root'.split(
    ' ',
  ),
);

interface Stream {
  /** The dictionary that says what it is. */
  facts: string;
  bytes: Uint8Array;
}

const drawsOneImage = /^q [\d.]+ 0 0 [\d.]+ 0 0 cm \/Im0 Do Q$/;

/** Throws {@link RedactionRefused} when the file holds more than images on pages. */
export function pdfStreams(file: Uint8Array): Stream[] {
  const text = Buffer.from(file).toString('latin1');
  const streams: Stream[] = [];
  let outside = '';
  let at = 0;
  for (let start = text.indexOf('stream\n'); start >= 0; start = text.indexOf('stream\n', at)) {
    const head = text.slice(at, start);
    outside += head;
    const facts = head.slice(head.lastIndexOf(' obj'));
    const length = Number(/\/Length (\d+)/.exec(facts)?.[1]);
    const body = start + 'stream\n'.length;
    if (!text.startsWith('\nendstream', body + length)) throw strange();
    const stream = file.subarray(body, body + length);
    if (facts.includes('/FlateDecode')) streams.push({ facts, bytes: inflateSync(stream) });
    else if (drawsOneImage.test(text.slice(body, body + length))) streams.push({ facts, bytes: stream });
    else throw strange();
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
