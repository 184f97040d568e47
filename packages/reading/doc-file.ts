/** The streams of a Word 97 to 2003 file (MS-DOC), its stories, and where its text lies. */
import type { Compound } from './ole.ts';
import { Refusal } from './refusal.ts';

/** Characters, in the order in which they follow each other: MS-DOC 2.3.1 to 2.3.7. */
export const stories = [
  'body',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'headerBoxes',
] as const;
export type Story = (typeof stories)[number];

/** A stretch of text that lies together in the file. */
export interface Piece {
  /** First character, of the whole text. */
  at: number;
  text: string;
  /** First byte in the main stream. */
  offset: number;
  /** Bytes of a character. */
  width: 1 | 2;
}

export interface DocFile {
  main: Buffer;
  /** Pictures, and properties of great length. */
  data: Buffer;
  pieces: Piece[];
  /** First and last character (exclusive) of each story. */
  range: Record<Story, [number, number]>;
  /** A part of the table stream, by the place of its address in the header. */
  table(address: number): Buffer;
}

const word97 = 0xa5ec;
const word6 = 0xa5dc;
const encrypted = 0x0100;
const secondTable = 0x0200;
const clx = 0x1a2;
const counts = 0x4c;
const maxCharacters = 20_000_000;

/** Throws {@link Refusal}. */
export function openDoc(file: Compound): DocFile {
  const main = file.stream('WordDocument');
  if (!main || main.length < 0x200) throw new Refusal('damaged');
  const magic = main.readUInt16LE(0);
  const flags = main.readUInt16LE(0x0a);
  if (magic === word6)
    throw new Refusal(
      'unsupported',
      '这是 Word 95 或更早版本的文件，不支持。请用 Word 或 WPS 打开，另存为 .docx 后重新上传。',
    );
  if (magic !== word97) throw new Refusal('damaged');
  if (flags & encrypted) throw new Refusal('encrypted');
  const tables = file.stream(flags & secondTable ? '1Table' : '0Table');
  if (!tables) throw new Refusal('damaged');
  const table = (address: number): Buffer => {
    const start = main.readUInt32LE(address);
    return tables.subarray(start, start + main.readUInt32LE(address + 4));
  };
  return {
    main,
    data: file.stream('Data') ?? Buffer.alloc(0),
    pieces: piecesOf(table(clx), main),
    range: ranges(main),
    table,
  };
}

function ranges(main: Buffer): DocFile['range'] {
  let at = 0;
  const found = {} as DocFile['range'];
  for (const [i, story] of stories.entries()) {
    const length = main.readUInt32LE(counts + i * 4);
    found[story] = [at, at + length];
    at += length;
  }
  return found;
}

/** MS-DOC 2.9.38: formatting (1) comes first, then one table of pieces (2). */
function piecesOf(list: Buffer, main: Buffer): Piece[] {
  let at = 0;
  while (at + 3 < list.length && list[at] === 1) at += 3 + list.readUInt16LE(at + 1);
  if (at + 5 > list.length || list[at] !== 2) throw new Refusal('damaged');
  const table = list.subarray(at + 5, at + 5 + list.readUInt32LE(at + 1));
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const [from, to] = [table.readUInt32LE(i * 4), table.readUInt32LE((i + 1) * 4)];
    const address = table.readUInt32LE((count + 1) * 4 + i * 8 + 2);
    if (to < from) throw new Refusal('damaged');
    if (to > maxCharacters) throw new Refusal('too-large');
    pieces.push(pieceAt(main, address, from, to - from));
  }
  return pieces;
}

function pieceAt(main: Buffer, address: number, at: number, length: number): Piece {
  const narrow = (address & 0x40000000) !== 0;
  const offset = narrow ? (address & 0x3fffffff) >>> 1 : address & 0x3fffffff;
  const width = narrow ? 1 : 2;
  const bytes = main.subarray(offset, offset + length * width);
  const text = narrow ? new TextDecoder('windows-1252').decode(bytes) : bytes.toString('utf16le');
  if (text.length !== length) throw new Refusal('damaged');
  return { at, text, offset, width };
}
