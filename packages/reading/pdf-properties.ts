/** What a PDF says about itself beside its pages: information dictionary, XMP, outline, names of attachments. */
import { inflateSync } from 'node:zlib';
import { lines, oneLine } from './clean.ts';
import { decodeText } from './encoding.ts';
import { type Pdfium, readText, withMemory } from './pdfium.ts';
import { Refusal } from './refusal.ts';
import type { Hidden } from './types.ts';
import { plainText } from './xml.ts';

/** Programs and times. */
const ofNoInterest = new Set(['Producer', 'Creator', 'CreationDate', 'ModDate', 'Trapped']);
const maxKeys = 200;
const maxMetadataBytes = 4 * 1024 * 1024;
const maxTitles = 5_000;

/** `deadline` on the clock of `performance.now()`. */
export function readProperties(pdfium: Pdfium, file: number, bytes: Uint8Array, deadline: number): Hidden[] {
  const info = keysOf(pdfium, file).flatMap((key) =>
    readText(pdfium, (to, n) => pdfium.FPDF_GetMetaText(file, key, to, n)),
  );
  const texts = new Set([...info, ...xmpTexts(bytes, deadline)].flatMap(lines).map(oneLine));
  return [
    ...[...texts].map((text): Hidden => ({ kind: 'property', text, place: '文档属性' })),
    ...outlineTitles(pdfium, file).map((text): Hidden => ({ kind: 'other-part', text, place: '书签目录' })),
  ];
}

function keysOf(pdfium: Pdfium, file: number): string[] {
  const count = Math.min(pdfium.EPDF_GetMetaKeyCount(file, false), maxKeys);
  return Array.from({ length: count }, (_, i) => metaKey(pdfium, file, i)).filter(
    (k) => !ofNoInterest.has(k),
  );
}

function metaKey(pdfium: Pdfium, file: number, index: number): string {
  const length = pdfium.EPDF_GetMetaKeyName(file, index, false, 0, 0);
  if (length <= 1) return '';
  return withMemory(pdfium, length, (at) => {
    pdfium.EPDF_GetMetaKeyName(file, index, false, at, length);
    return pdfium.memory.UTF8ToString(at);
  });
}

/** XMP streams stand in the file as objects of their own, mostly plain, also those of its pictures. */
function xmpTexts(bytes: Uint8Array, deadline: number): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: string[] = [];
  for (let at = file.indexOf('/Metadata'); at >= 0; at = file.indexOf('/Metadata', at + 9)) {
    const packet = streamAfter(file, at);
    const xml = packet && decodeText(packet)?.trim();
    if (xml === undefined || !xml.startsWith('<')) continue;
    try {
      texts.push(...plainText(xml.replaceAll(/<\?xpacket[^>]*\?>/g, ''), deadline));
    } catch (error) {
      // Broken XML is as good as none: viewers do not show it.
      if (!(error instanceof Refusal) || error.code === 'too-slow') throw error;
    }
  }
  return texts.filter(
    (text) => !/^(uuid|xmp|adobe)[.:]|^\d{4}-\d\d-\d\dT|^[0-9a-f-]{32,36}$|^application\/pdf$/i.test(text),
  );
}

/** Undefined where `/Metadata` only refers to an object. */
function streamAfter(file: Buffer, at: number): Uint8Array | undefined {
  const begin = file.indexOf('stream', at);
  const dictionary = file.toString('latin1', at, Math.min(begin, at + 400));
  if (begin < 0 || begin - at > 400 || dictionary.includes('endobj')) return undefined;
  const from = begin + (file[begin + 6] === 13 ? 8 : 7);
  const end = file.indexOf('endstream', from);
  const packed = file.subarray(from, end < 0 ? from : end);
  if (!dictionary.includes('Flate')) return packed.subarray(0, maxMetadataBytes);
  try {
    return inflateSync(packed, { maxOutputLength: maxMetadataBytes });
  } catch {
    return undefined;
  }
}

function outlineTitles(pdfium: Pdfium, file: number): string[] {
  const titles: string[] = [];
  const open = [pdfium.FPDFBookmark_GetFirstChild(file, 0)];
  const seen = new Set<number>();
  for (const bookmark of open) {
    if (bookmark === 0 || seen.has(bookmark) || seen.size >= maxTitles) continue;
    seen.add(bookmark);
    titles.push(readText(pdfium, (to, n) => pdfium.FPDFBookmark_GetTitle(bookmark, to, n)));
    open.push(
      pdfium.FPDFBookmark_GetFirstChild(file, bookmark),
      pdfium.FPDFBookmark_GetNextSibling(file, bookmark),
    );
  }
  return titles.flatMap(lines).map(oneLine);
}
