/**
 * The parts of a zip file by their own headers, one behind the other, and not by its directory: a part that no
 * directory names is found too, and so is anything between parts. PKWARE APPNOTE 6.3, section 4.3.
 */
import { inflateRawSync } from 'node:zlib';
import { RedactionRefused } from '../removal.ts';

export interface ZipPart {
  name: string;
  bytes: Uint8Array;
}

/** Throws {@link RedactionRefused} for anything but parts, directory and end, each next to the other. */
export function zipParts(file: Uint8Array): ZipPart[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const parts: ZipPart[] = [];
  let at = 0;
  while (signature(bytes, at) === 'PK\u0003\u0004') {
    const [packed, nameLength, extra] = [
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ];
    if (extra !== 0 || bytes.readUInt16LE(at + 8) !== 8) throw strange();
    const body = at + 30 + nameLength;
    parts.push({
      name: bytes.toString('utf8', at + 30, body),
      bytes: inflateRawSync(bytes.subarray(body, body + packed)),
    });
    at = body + packed;
  }
  for (let i = 0; i < parts.length; i++) {
    if (signature(bytes, at) !== 'PK\u0001\u0002' || bytes.readUInt32LE(at + 30) !== 0) throw strange();
    at += 46 + bytes.readUInt16LE(at + 28);
  }
  if (signature(bytes, at) !== 'PK\u0005\u0006' || at + 22 !== bytes.length) throw strange();
  return parts;
}

const signature = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4);

const strange = (): RedactionRefused =>
  new RedactionRefused('删减稿的文件结构与预期不符，没有采用。请把情况告诉系统管理员。');
