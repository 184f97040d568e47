/** What a reader of a sheet sees, as reading tells it, with how each value is written and laid out. */
import { columnName } from '@gongkai/reading/sheet.ts';
import { areaAt, cellAt } from '@gongkai/reading/sheet.ts';
import { walkSheet } from '@gongkai/reading/xlsx-sheet.ts';
import { walkXml } from '@gongkai/reading/xml.ts';
import type { Workbook } from './workbook.ts';

/** Rows and columns count from 0. */
export interface Cell {
  column: number;
  /** Number of the style. */
  style: string | undefined;
  /** As people read it; empty for what is not seen. */
  text: string;
  /** How the value is written, as long as the text stays what it was. */
  value: { type: 'n' | 'b' | 'e'; raw: string } | undefined;
}

export interface Row {
  row: number;
  height: string | undefined;
  cells: Cell[];
}

export interface Sheet {
  /** Those that are not hidden. */
  rows: Row[];
  widths: { first: number; last: number; width: string }[];
  hiddenColumns: ReadonlySet<number>;
  hiddenRows: ReadonlySet<number>;
  /** Columns with something in them and not hidden, ascending: what reading counts as the cells of a row. */
  shownColumns: number[];
  merges: NonNullable<ReturnType<typeof areaAt>>[];
  /** Attributes of the sheet's default sizes, and of its page. */
  format: Record<string, string>;
  page: Record<string, string>;
}

interface Layout extends Pick<Sheet, 'widths' | 'merges' | 'format' | 'page'> {
  rows: Map<number, { height: string | undefined; cells: Map<number, Written> }>;
}
interface Written {
  style: string | undefined;
  type: string;
  raw: string;
}

export function readSheet(xml: string, workbook: Workbook, deadline: number): Sheet {
  const { rows: walked, hiddenColumns } = walkSheet(xml, { ...workbook, deadline });
  const { rows: written, ...layout } = readLayout(xml, deadline);
  const used = new Set(
    walked
      .filter((r) => r.cells.some((c) => c.text.trim() !== '' || c.unseen))
      .flatMap((r) => r.cells.map((c) => c.column)),
  );
  return {
    ...layout,
    hiddenColumns,
    hiddenRows: new Set(walked.filter((r) => r.hidden).map((r) => r.row)),
    shownColumns: [...used].filter((c) => !hiddenColumns.has(c)).toSorted((a, b) => a - b),
    rows: walked
      .filter((r) => !r.hidden)
      .map(({ row, cells }) => {
        const texts = new Map(cells.map((c) => [c.column, c.unseen === undefined ? c.text : '']));
        const { height, cells: drawn } = written.get(row) ?? {
          height: undefined,
          cells: new Map<number, Written>(),
        };
        return {
          row,
          height,
          cells: [...drawn]
            .filter(([column]) => !hiddenColumns.has(column))
            .map(([column, cell]) => cellOf(column, cell, texts.get(column) ?? '')),
        };
      }),
  };
}

const numeric = /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i;
const errors = /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)$/;

function cellOf(column: number, { style, type, raw }: Written, text: string): Cell {
  const cell: Cell = { column, style, text, value: undefined };
  if (text === '') return cell;
  if (type === 'n' && numeric.test(raw)) cell.value = { type, raw };
  else if (type === 'b' && /^[01]$/.test(raw)) cell.value = { type, raw };
  else if (type === 'e' && errors.test(raw)) cell.value = { type, raw };
  return cell;
}

function readLayout(xml: string, deadline: number): Layout {
  const layout: Layout = { rows: new Map(), widths: [], merges: [], format: {}, page: {} };
  let at = -1;
  let column = -1;
  let cell: Written | undefined;
  let inValue = false;
  walkXml(
    xml,
    {
      open: (name, given) => {
        inValue = name === 'v';
        if (name === 'row') {
          at = given['r'] === undefined ? at + 1 : Number(given['r']) - 1;
          column = -1;
          layout.rows.set(at, { height: given['ht'], cells: new Map() });
        } else if (name === 'c') {
          column = cellAt(given['r'] ?? '')?.column ?? column + 1;
          cell = { style: given['s'], type: given['t'] ?? 'n', raw: '' };
          layout.rows.get(at)?.cells.set(column, cell);
        } else if (name === 'col') layout.widths.push(widthOf(given));
        else if (name === 'sheetFormatPr') layout.format = given;
        else if (name === 'pageSetup') layout.page = given;
        else if (name === 'mergeCell') {
          const area = areaAt(given['ref'] ?? '');
          if (area) layout.merges.push(area);
        }
      },
      text: (text) => {
        if (inValue && cell) cell.raw += text.trim();
      },
      close: () => (inValue = false),
    },
    deadline,
  );
  return layout;
}

const widthOf = ({ min = '1', max = '1', width = '9' }: Record<string, string>) => ({
  first: Number(min) - 1,
  last: Number(max) - 1,
  width,
});

export const nameOf = (column: number, row: number): string => `${columnName(column)}${row + 1}`;
