/**
 * Searches a file as somebody would who looks for what was taken out: raw, unzipped, streams inflated, with and
 * without tags, in UTF-8, UTF-16 and GB18030. Shares no code with the product's own check.
 */
import { inflateRawSync, inflateSync } from 'node:zlib';

/** Those of `texts` that are found. */
export function grepFile(bytes: Uint8Array, texts: readonly string[]): string[] {
  const parts = [Buffer.from(bytes), ...unzipped(Buffer.from(bytes)), ...inflated(Buffer.from(bytes))];
  return texts.filter((text) => parts.some((part) => holds(part, text)));
}

function holds(part: Buffer, text: string): boolean {
  const utf16 = Buffer.from(text, 'utf16le');
  if (part.includes(text) || part.includes(utf16) || part.includes(Buffer.from(utf16).swap16())) return true;
  const xml = part
    .toString('utf8')
    .replaceAll(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, digits?: string) =>
      String.fromCodePoint(hex === undefined ? Number(digits) : Number.parseInt(hex, 16)),
    );
  const bare = (value: string): string => value.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return bare(xml.replaceAll(/<[^>]*>/g, '')).includes(bare(text));
}

/** Whatever inflates behind a header of an entry, listed in a directory or not. */
function unzipped(file: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = file.indexOf('PK\u0003\u0004'); at >= 0; at = file.indexOf('PK\u0003\u0004', at + 4)) {
    const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    try {
      parts.push(inflateRawSync(file.subarray(from)));
    } catch {
      parts.push(file.subarray(at));
    }
  }
  return parts;
}

function inflated(file: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(file.subarray(at + 7)));
    } catch {
      // Not packed, or not by Flate: it is searched as part of the file.
    }
  }
  return parts;
}
