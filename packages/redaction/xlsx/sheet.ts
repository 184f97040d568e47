/** What a reader of a sheet sees: rows and columns that are not hidden, with the values shown in them. */
import { Refusal } from '@gongkai/reading/refusal.ts';
import { walkXml } from '@gongkai/reading/xml.ts';
import { isTrue, type Workbook } from './workbook.ts';
import type { Styles } from './styles.ts';

export interface Cell {
  /** Counted from 1, as in the source. */
  column: number;
  style: number | undefined;
  /** As people read it; what the styles hide is empty. */
  text: string;
  /** How the value is written, as long as the text stays what it was. */
  value: { type: 'n' | 'b' | 'e'; raw: string } | undefined;
}

export interface Row {
  /** Counted from 1, as in the source. */
  number: number;
  height: string | undefined;
  cells: Cell[];
}

export interface Column {
  first: number;
  last: number;
  width: string;
}

export interface Sheet {
  rows: Row[];
  columns: Column[];
  hiddenColumns: { first: number; last: number }[];
  hiddenRows: Set<number>;
  /** `A1:C3` */
  merges: string[];
  format: Record<string, string>;
  page: Record<string, string>;
}

const maxCells = 3_000_000;

export function readSheet(
  xml: string,
  { strings, date1904 }: Workbook,
  styles: Styles,
  deadline: number,
): Sheet {
  const sheet: Sheet = {
    rows: [],
    columns: [],
    hiddenColumns: [],
    hiddenRows: new Set(),
    merges: [],
    format: {},
    page: {},
  };
  let row: Row | undefined;
  let cell:
    | { column: number; style: number | undefined; type: string; value: string; inline: string }
    | undefined;
  let element = '';
  let pronunciation = false;
  let cells = 0;
  const finish = (): void => {
    if (!cell || !row) return;
    if (++cells > maxCells) throw new Refusal('too-large');
    row.cells.push(shown(cell, strings, styles, date1904));
    cell = undefined;
  };
  walkXml(
    xml,
    {
      open: (name, given) => {
        element = name;
        if (name === 'row') row = openRow(sheet, given);
        else if (name === 'c')
          cell = {
            column: columnOf(given['r']) ?? (row?.cells.at(-1)?.column ?? 0) + 1,
            style: given['s'] === undefined ? undefined : Number(given['s']),
            type: given['t'] ?? 'n',
            value: '',
            inline: '',
          };
        else if (name === 'rPh') pronunciation = true;
        else if (name === 'col') addColumn(sheet, given);
        else if (name === 'mergeCell') sheet.merges.push(given['ref'] ?? '');
        else if (name === 'sheetFormatPr') sheet.format = given;
        else if (name === 'pageSetup') sheet.page = given;
      },
      text: (text) => {
        if (cell && element === 'v') cell.value += text;
        else if (cell && element === 't' && !pronunciation) cell.inline += text;
      },
      close: (name) => {
        element = '';
        if (name === 'c') finish();
        else if (name === 'rPh') pronunciation = false;
        else if (name === 'row' && row && !sheet.hiddenRows.has(row.number)) sheet.rows.push(row);
      },
    },
    deadline,
  );
  return sheet;
}

function openRow(sheet: Sheet, given: Record<string, string>): Row {
  const number = Number(given['r'] ?? (sheet.rows.at(-1)?.number ?? 0) + 1);
  if (isTrue(given['hidden']) || Number(given['ht'] ?? 1) === 0) sheet.hiddenRows.add(number);
  return { number, height: given['ht'], cells: [] };
}

function addColumn(
  sheet: Sheet,
  { min = '1', max = '1', width = '9', hidden }: Record<string, string>,
): void {
  const range = { first: Number(min), last: Number(max) };
  if (isTrue(hidden) || Number(width) === 0) sheet.hiddenColumns.push(range);
  else sheet.columns.push({ ...range, width });
}

function shown(
  cell: { column: number; style: number | undefined; type: string; value: string; inline: string },
  strings: readonly string[],
  styles: Styles,
  date1904: boolean,
): Cell {
  const { column, style, type, value } = cell;
  const format = style === undefined ? undefined : styles.of[style];
  if (format?.unseen) return { column, style, text: '', value: undefined };
  if (type === 's') return { column, style, text: strings[Number(value)] ?? '', value: undefined };
  if (type === 'inlineStr') return { column, style, text: cell.inline, value: undefined };
  if (type === 'b')
    return { column, style, text: value === '1' ? 'TRUE' : 'FALSE', value: { type, raw: value } };
  if (type === 'e') return { column, style, text: value, value: { type, raw: value } };
  const number = Number(value);
  if (type !== 'n' || value.trim() === '' || !Number.isFinite(number))
    return { column, style, text: value, value: undefined };
  const text = format?.date ? dateText(number, format.date, date1904) : String(number);
  return { column, style, text, value: { type: 'n', raw: value.trim() } };
}

const dayMs = 86_400_000;

/** Days since 1899-12-30, or 1904-01-01; ECMA-376 part 1, 18.17.4.1. */
function dateText(serial: number, kind: 'date' | 'time', date1904: boolean): string {
  const days = date1904 ? serial + 1462 : serial;
  const date = new Date(Math.round((days - 25_569) * dayMs));
  if (Number.isNaN(date.getTime())) return String(serial);
  const iso = date.toISOString();
  const day = iso.slice(0, 10);
  if (kind === 'date') return day;
  return Math.abs(serial) < 1 ? iso.slice(11, 16) : `${day} ${iso.slice(11, 16)}`;
}

/** `C7` → 3. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined
    ? undefined
    : Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
