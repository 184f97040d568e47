/**
 * A small zip reader that trusts no length a file states: entries are listed and capped before anything is
 * inflated, and inflating stops at the cap. Reference: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { decodeStrictly } from './encoding.ts';
import { Refusal } from './refusal.ts';

const maxEntries = 5_000;
const maxPartBytes = 48 * 1024 * 1024;
const maxTotalBytes = 96 * 1024 * 1024;
/** XML of long tables reaches about 60; deflate ends at 1032. Small parts may be anything. */
const maxRatio = 250;
const ratioMatters = 1024 * 1024;

interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

export interface Zip {
  names: string[];
  /** Inflated bytes; undefined when there is no such entry. Throws {@link Refusal} on a damaged or huge one. */
  read(name: string): Uint8Array | undefined;
}

/** Throws {@link Refusal}: damaged, encrypted, too-large. */
export function openZip(bytes: Uint8Array): Zip {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  for (const entry of listEntries(file)) {
    // Two entries of one name: readers differ in which they show, so one of them is hidden.
    if (entries.has(entry.name)) throw new Refusal('damaged');
    entries.set(entry.name, entry);
  }
  let total = 0;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const content = inflate(file, entry);
      total += content.length;
      if (total > maxTotalBytes) throw new Refusal('too-large');
      return content;
    },
  };
}

function listEntries(file: Buffer): Entry[] {
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > file.length) throw new Refusal('damaged');
  const count = file.readUInt16LE(end + 10);
  if (count > maxEntries) throw new Refusal('too-large');
  let at = file.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || file.readUInt32LE(at) !== 0x02014b50) throw new Refusal('damaged');
    if (file.readUInt16LE(at + 8) & 1) throw new Refusal('encrypted');
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: nameOf(file.subarray(at + 46, at + 46 + nameLength)),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Programs here write names in GBK and say nothing of it; what is valid UTF-8 is no GBK but by great chance. */
function nameOf(bytes: Uint8Array): string {
  const name = decodeStrictly(bytes, 'utf-8') ?? new TextDecoder('gb18030').decode(bytes);
  return name.replaceAll('\\', '/');
}

function inflate(file: Buffer, entry: Entry): Uint8Array {
  if (entry.size > maxPartBytes) throw new Refusal('too-large');
  if (entry.size > ratioMatters && entry.size > entry.packed * maxRatio) throw new Refusal('too-large');
  if (entry.offset + 30 > file.length || file.readUInt32LE(entry.offset) !== 0x04034b50)
    throw new Refusal('damaged');
  const start =
    entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  if (start + entry.packed > file.length) throw new Refusal('damaged');
  const packed = file.subarray(start, start + entry.packed);
  const content = unpack(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new Refusal('damaged');
  return content;
}

function unpack(packed: Buffer, { method, size }: Entry): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new Refusal('damaged');
  try {
    // One byte more than stated, so that a lying header is noticed and never obeyed.
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch {
    throw new Refusal('damaged');
  }
}
