/** Formatting of a .doc (MS-DOC 2.9.55 and 2.9.177): pages of 512 bytes say what applies to which bytes of the text. */
import type { DocFile } from './doc-file.ts';

export interface Run<T> {
  /** Bytes of the main stream, end exclusive. */
  from: number;
  to: number;
  look: T;
}

export interface CharacterLook {
  deleted?: boolean;
  vanish?: boolean;
  white?: boolean;
  /** Half points. */
  size?: number;
  shaded?: boolean;
}

export interface ParagraphLook {
  inTable?: boolean;
  /** The mark ends a row. */
  rowEnd?: boolean;
  /** The paragraph's mark ends a cell or a row of a table within a cell. */
  innerEnd?: boolean;
  /** Right edges of the cells of a row, in twentieths of a point. */
  edges?: number[];
  heading?: boolean;
}

const page = 512;
const [characterPages, paragraphPages] = [0xfa, 0x102];
const white = 0xffffff;
/** Properties too long for their page lie in the data stream (MS-DOC 2.6.2, sprmPHugePapx). */
const huge = 0x6646;

export function characterRuns(file: DocFile): Run<CharacterLook>[] {
  return runs(file, characterPages, (fkp, i, count) => {
    const at = fkp[(count + 1) * 4 + i]! * 2;
    const look: CharacterLook = {};
    if (at > 0)
      for (const [sprm, value] of sprms(fkp.subarray(at + 1, at + 1 + fkp[at]!)))
        setCharacter(look, sprm, value);
    return look;
  });
}

export function paragraphRuns(file: DocFile): Run<ParagraphLook>[] {
  return runs(file, paragraphPages, (fkp, i, count) => {
    const at = (fkp[(count + 1) * 4 + i * 13] ?? 0) * 2;
    const look: ParagraphLook = {};
    if (at === 0) return look;
    const length = fkp[at]!;
    const properties =
      length === 0 ? fkp.subarray(at + 2, at + 2 + fkp[at + 1]! * 2) : fkp.subarray(at + 1, at + length * 2);
    if (properties.length < 2) return look;
    const style = properties.readUInt16LE(0);
    look.heading = style >= 1 && style <= 9;
    for (const [sprm, value] of sprms(properties.subarray(2)))
      if (sprm === huge)
        for (const [inner, operand] of sprms(elsewhere(file, value))) setParagraph(look, inner, operand);
      else setParagraph(look, sprm, value);
    return look;
  });
}

function elsewhere({ data }: DocFile, address: Buffer): Buffer {
  const at = address.readUInt32LE(0);
  return at + 2 > data.length ? Buffer.alloc(0) : data.subarray(at + 2, at + 2 + data.readUInt16LE(at));
}

/** Sorted by their bytes. */
function runs<T>(
  file: DocFile,
  address: number,
  lookAt: (fkp: Buffer, i: number, count: number) => T,
): Run<T>[] {
  const pages = file.table(address);
  const count = Math.max(0, Math.floor((pages.length - 4) / 8));
  const found: Run<T>[] = [];
  for (let p = 0; p < count; p++) {
    const start = (pages.readUInt32LE((count + 1) * 4 + p * 4) & 0x3fffff) * page;
    const fkp = file.main.subarray(start, start + page);
    if (fkp.length < page) continue;
    const inPage = Math.min(fkp[page - 1]!, 101);
    for (let i = 0; i < inPage; i++)
      found.push({
        from: fkp.readUInt32LE(i * 4),
        to: fkp.readUInt32LE((i + 1) * 4),
        look: lookAt(fkp, i, inPage),
      });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** Operands by the size that bits 13 to 15 name (MS-DOC 2.6.1); the definition of a table states its own in two bytes. */
function* sprms(properties: Buffer): Generator<[sprm: number, operand: Buffer]> {
  const fixed = [1, 1, 2, 4, 2, 2, 0, 3];
  for (let at = 0; at + 2 < properties.length;) {
    const sprm = properties.readUInt16LE(at);
    at += 2;
    let size = fixed[sprm >> 13]!;
    if (size === 0) {
      size =
        sprm === 0xd608 && at + 2 <= properties.length ? properties.readUInt16LE(at) - 1 : properties[at]!;
      at += sprm === 0xd608 ? 2 : 1;
    }
    if (size < 0 || at + size > properties.length) return;
    yield [sprm, properties.subarray(at, at + size)];
    at += size;
  }
}

function setCharacter(look: CharacterLook, sprm: number, value: Buffer): void {
  const on = value[0] === 1 || value[0] === 0x81;
  if (sprm === 0x0800) look.deleted = on;
  else if (sprm === 0x083c) look.vanish = on;
  else if (sprm === 0x2a42) look.white = value[0] === 8;
  else if (sprm === 0x6870)
    look.white = (value.readUInt32LE(0) & 0xff000000) === 0 && value.readUInt32LE(0) === white;
  else if (sprm === 0x4a43) look.size = value.readUInt16LE(0);
  else if (sprm === 0x2a0c) look.shaded = value[0] !== 0 && value[0] !== 8;
  else if (sprm === 0xca71 || sprm === 0x4866) look.shaded = true;
}

function setParagraph(look: ParagraphLook, sprm: number, value: Buffer): void {
  const on = value[0] === 1;
  if (sprm === 0x2416) look.inTable = on;
  else if (sprm === 0x2417) look.rowEnd = on;
  else if (sprm === 0x244b || sprm === 0x244c) look.innerEnd = on;
  else if (sprm === 0xd608) look.edges = edgesOf(value);
}

/** MS-DOC 2.9.301: the number of cells, then their left edge and the right edge of each. */
function edgesOf(definition: Buffer): number[] {
  const cells = Math.min(definition[0] ?? 0, 63, Math.floor((definition.length - 3) / 2));
  return Array.from({ length: Math.max(0, cells) }, (_, i) => definition.readInt16LE(3 + i * 2));
}

/** The run over a byte; undefined where none lies. */
export function runAt<T>(sorted: readonly Run<T>[], offset: number): Run<T> | undefined {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = sorted[middle]!;
    if (offset < run.from) high = middle - 1;
    else if (offset >= run.to) low = middle + 1;
    else return run;
  }
  return undefined;
}
