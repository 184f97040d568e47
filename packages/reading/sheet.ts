/** A sheet of a workbook as its reader finds it, before it is made blocks; rows and columns count from 0. */
export interface Cell {
  column: number;
  /** As it is shown. */
  text: string;
  /** Not to be seen although its column, row and sheet are: white, covered by a merged cell, formatted away. */
  unseen?: string;
}

export interface SheetRow {
  row: number;
  hidden: boolean;
  cells: Cell[];
}

export interface Sheet {
  name: string;
  hidden: boolean;
  rows: SheetRow[];
  hiddenColumns: ReadonlySet<number>;
}

const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** `C7` → row 6, column 2; undefined for what is no cell of a sheet. */
export function cellAt(reference: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits) - 1;
  return row < 0 || row > lastRow || column - 1 > lastColumn ? undefined : { row, column: column - 1 };
}

/** 0 → `A`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** `A1:C3`; a single cell is an area of its own. */
export function areaAt(
  reference: string,
): { top: number; left: number; bottom: number; right: number } | undefined {
  const [from = '', to = from] = reference.split(':');
  const [start, end] = [cellAt(from), cellAt(to)];
  return start && end && { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
