/** Makes rows of sheets: what is shown into blocks; hidden sheets, rows and columns, with their headings, apart. */
import { maxBlocks, rowBlock } from './blocks.ts';
import { oneLine } from './clean.ts';
import { Refusal } from './refusal.ts';
import { columnName, type Sheet, type SheetRow } from './sheet.ts';
import type { Block, Hidden } from './types.ts';

/** Cells with empty ones between: a sheet may hold one value in its last corner. */
const maxCells = 4_000_000;
/** Names that programs give say nothing. */
const unnamed = /^(sheet|工作表|表)\s*\d*$/i;

export interface SheetContent {
  blocks: Block[];
  hidden: Hidden[];
}

/** @param number Of the sheet in its workbook, from 1. */
export function sheetContent(sheet: Sheet, number: number): SheetContent {
  const rows = sheet.rows.filter((r) => r.cells.some((c) => c.text.trim() !== '' || c.unseen));
  const columns = usedColumns(rows);
  if (columns.length * rows.length > maxCells || rows.length > maxBlocks) throw new Refusal('too-large');
  const heading = headingRow(rows);
  const name = oneLine(sheet.name);
  const view: View = { sheet, columns, heading, place: `工作表“${name}”`, table: number };
  const blocks: Block[] = [];
  const hidden: Hidden[] = [];
  if (sheet.hidden) hidden.push({ kind: 'hidden-sheet', text: name, place: '隐藏的工作表的名称' });
  // On its tab, outside what is printed.
  else if (!unnamed.test(sheet.name))
    blocks.push({ text: name, kind: 'heading', part: 'header', page: number });
  for (const row of rows) {
    hidden.push(...hiddenIn(row, view));
    const block = sheet.hidden || row.hidden ? undefined : shownIn(row, view);
    if (block) blocks.push(block);
  }
  return { blocks, hidden };
}

interface View {
  sheet: Sheet;
  /** Those that hold anything, ascending. */
  columns: readonly number[];
  heading: SheetRow | undefined;
  place: string;
  table: number;
}

const usedColumns = (rows: readonly SheetRow[]): number[] =>
  [...new Set(rows.flatMap((r) => r.cells.map((c) => c.column)))].toSorted((a, b) => a - b);

/** The first row that names columns: two words or more, and no long number. */
function headingRow(rows: readonly SheetRow[]): SheetRow | undefined {
  return rows.find(({ cells }) => {
    const filled = cells.filter((c) => c.text.trim() !== '');
    return filled.length > 1 && filled.every((c) => !/\d{5}/.test(c.text) && /\p{L}/u.test(c.text));
  });
}

function shownIn(row: SheetRow, { sheet, columns, heading, table }: View): Block | undefined {
  const texts = textsOf(row);
  const shown = columns.filter((c) => !sheet.hiddenColumns.has(c));
  const block = rowBlock(shown.map((c) => texts.get(c) ?? ''));
  const filled = block.cells!.filter((c) => c !== '');
  if (filled.length === 0) return undefined;
  // What stands alone above the headings is a title or a note, not a row of the table.
  if (filled.length === 1 && (!heading || row.row < heading.row))
    return { text: filled[0]!, kind: 'paragraph', page: table };
  return { ...block, table, page: table };
}

const textsOf = (row: SheetRow): Map<number, string> =>
  new Map(row.cells.flatMap((c) => (c.unseen === undefined ? [[c.column, c.text] as const] : [])));

function hiddenIn(row: SheetRow, view: View): Hidden[] {
  const { sheet, place } = view;
  const at = `第 ${row.row + 1} 行`;
  const kind = sheet.hidden ? ('hidden-sheet' as const) : row.hidden ? ('hidden-row' as const) : undefined;
  const whole =
    kind &&
    cellsOf(
      row,
      view,
      row.cells.map((c) => c.column),
    );
  if (whole) return [{ ...whole, kind, place: sheet.hidden ? `隐藏的${place}${at}` : `${place}隐藏的${at}` }];
  const columns = row.cells.map((c) => c.column).filter((c) => sheet.hiddenColumns.has(c));
  const behind = cellsOf(row, view, columns);
  return [
    ...(behind
      ? [
          {
            ...behind,
            kind: 'hidden-column' as const,
            place: `${place}${at}隐藏的${columns.map(columnName).join('、')}列`,
          },
        ]
      : []),
    ...row.cells
      .filter((c) => c.unseen !== undefined && !sheet.hiddenColumns.has(c.column) && c.text.trim() !== '')
      .map((c) => ({
        kind: 'invisible' as const,
        text: oneLine(c.text),
        place: `${place}单元格 ${columnName(c.column)}${row.row + 1}（${c.unseen}）`,
        cells: [oneLine(c.text)],
        headings: [headingOf(c.column, view)],
      })),
  ];
}

function cellsOf(
  row: SheetRow,
  view: View,
  columns: readonly number[],
): Pick<Hidden, 'text' | 'cells' | 'headings'> | undefined {
  const cells = columns.map((column) => oneLine(row.cells.find((c) => c.column === column)?.text ?? ''));
  const text = cells.join('\t');
  if (text.trim() === '') return undefined;
  return { text, cells, headings: columns.map((column) => headingOf(column, view)) };
}

const headingOf = (column: number, { heading }: View): string =>
  oneLine(heading?.cells.find((c) => c.column === column)?.text ?? '');

/** @param cells Names of cells whose number lost digits. */
export const lossProblem = (cells: readonly string[]): string[] =>
  cells.length === 0
    ? []
    : [
        `${cells.slice(0, 3).join('、')}${cells.length > 3 ? ` 等 ${cells.length} 个单元格` : ''}把超过 15 位的号码存成了数字，末尾几位已经丢失，请改为文本格式并核对原始号码。`,
      ];
