/** Old Excel workbooks (.xls; .et of WPS): cells by a library, the rest from the records themselves. */
import {
  type CellObject,
  type Comment,
  type DefinedName,
  read,
  type WorkBook,
  type WorkSheet,
} from '@e965/xlsx';
import { readBiff } from './biff.ts';
import { withoutRepeats } from './blocks.ts';
import { oneLine } from './clean.ts';
import { append } from './inside.ts';
import { showNumber } from './number-format.ts';
import { openCompound } from './ole.ts';
import { readObjects } from './ole-objects.ts';
import { printedBlocks } from './page-header.ts';
import { summaryOf } from './property-set.ts';
import { Refusal } from './refusal.ts';
import { columnName, type SheetRow } from './sheet.ts';
import { lossProblem, sheetContent } from './sheet-blocks.ts';
import type { Block, Content, Hidden, Reading } from './types.ts';

/** Throws {@link Refusal}. */
export async function readXls(bytes: Uint8Array, reading: Reading): Promise<Content> {
  const compound = openCompound(bytes);
  const stream = compound.stream('Workbook') ?? compound.stream('Book') ?? Buffer.alloc(0);
  const biff = readBiff(stream);
  if (biff.encrypted) throw new Refusal('encrypted');
  const book = openBook(stream);
  const blocks: Block[] = biff.headers.flatMap((text) => printedBlocks(text, 'header', 1));
  const hidden: Hidden[] = [];
  const lossy: string[] = [];
  const isHidden = (i: number): boolean => (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = walkSheet(book.Sheets[name] ?? {}, book, `工作表“${oneLine(name)}”`);
    const content = sheetContent({ name, hidden: isHidden(i), ...sheet }, i + 1);
    append(blocks, content.blocks);
    append(hidden, [...content.hidden, ...sheet.comments]);
    append(lossy, sheet.lossy);
  }
  const boxes = biff.boxes.map(oneLine).filter((text) => text !== '' && !isWithin(text, hidden));
  blocks.push(
    ...boxes.map((text): Block => ({ text, kind: 'paragraph', part: 'box' })),
    ...biff.footers.flatMap((text) => printedBlocks(text, 'footer', 1)),
  );
  const inside = await readObjects(compound, reading);
  return {
    ...inside,
    blocks: withoutRepeats(blocks),
    hidden: [...hidden, ...names(book), ...summaryOf(compound), ...inside.hidden],
    problems: [...lossProblem(lossy), ...inside.problems],
    pictures: [...(biff.pictures > 0 ? [{ place: '工作簿', count: biff.pictures }] : []), ...inside.pictures],
  };
}

/** The stream alone: a broken summary beside it makes the library take memory without end. */
function openBook(stream: Buffer): WorkBook {
  try {
    return read(stream, {
      type: 'array',
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
    });
  } catch (error) {
    throw new Refusal(
      error instanceof Error && /password|encrypt/i.test(error.message) ? 'encrypted' : 'damaged',
    );
  }
}

interface WalkedSheet {
  rows: SheetRow[];
  hiddenColumns: Set<number>;
  comments: Hidden[];
  lossy: string[];
}

function walkSheet(sheet: WorkSheet, book: WorkBook, place: string): WalkedSheet {
  const walked: WalkedSheet = { rows: [], hiddenColumns: new Set(), comments: [], lossy: [] };
  for (const [column, info] of (sheet['!cols'] ?? []).entries())
    if (info?.hidden || info?.width === 0) walked.hiddenColumns.add(column);
  const covered = coveredCells(sheet);
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  for (const [row, cells] of ((sheet['!data'] ?? []) as (CellObject | undefined)[][]).entries()) {
    const info = sheet['!rows']?.[row];
    const found: SheetRow = { row, hidden: info?.hidden === true || info?.hpt === 0, cells: [] };
    for (const [column, cell] of (cells ?? []).entries()) {
      const name = `${columnName(column)}${row + 1}`;
      for (const { t: text = '' } of (cell?.c ?? []) as Partial<Comment>[])
        walked.comments.push({
          kind: 'comment',
          text: oneLine(text.split('\u0000')[0]!),
          place: `${place}单元格 ${name} 的批注`,
        });
      if (cell?.v === undefined) continue;
      const { text, lost } = shown(cell, date1904);
      if (lost) walked.lossy.push(`${place}${name}`);
      if (text === '' && cell.v !== '')
        found.cells.push({ column, text: String(cell.v), unseen: '数字格式不显示' });
      else found.cells.push({ column, text, ...(covered.has(name) ? { unseen: '被合并的单元格遮住' } : {}) });
    }
    if (found.cells.length > 0) walked.rows.push(found);
  }
  return walked;
}

function shown({ v, t, z }: CellObject, date1904: boolean): { text: string; lost: boolean } {
  if (t === 'n' && typeof v === 'number') return showNumber(v, z ?? 'General', date1904);
  return { text: typeof v === 'boolean' ? String(v).toUpperCase() : String(v), lost: false };
}

/** More is no table; covering takes the product. */
const mostCovered = 100_000;

function coveredCells(sheet: WorkSheet): Set<string> {
  const covered = new Set<string>();
  for (const { s, e } of sheet['!merges'] ?? [])
    for (let row = s.r; row <= e.r && covered.size < mostCovered; row++)
      for (let column = s.c; column <= e.c && covered.size < mostCovered; column++)
        if (row !== s.r || column !== s.c) covered.add(`${columnName(column)}${row + 1}`);
  return covered;
}

const names = (book: WorkBook): Hidden[] =>
  (book.Workbook?.Names ?? [])
    // Damaged ones have none.
    .filter(({ Name }: Partial<DefinedName>) => Name !== undefined && !Name.startsWith('_xlnm.'))
    .map(({ Name, Ref }) => ({ kind: 'other-part', text: oneLine(`${Name}：${Ref}`), place: '定义的名称' }));

const isWithin = (text: string, comments: readonly Hidden[]): boolean =>
  comments.some((comment) => comment.kind === 'comment' && comment.text.includes(text));
