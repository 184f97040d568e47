/** The cells of an old .xls workbook, by a library: what is read of it here needs no more. */
import { Refusal } from '@gongkai/reading/refusal.ts';
import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Cell, Sheet, SheetRow } from './grid.ts';

/** Throws `Refusal`. */
export function sheetsOfXls(bytes: Uint8Array): Sheet[] {
  const book = open(bytes);
  return book.SheetNames.map((name, i) => ({
    name,
    hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0,
    rows: rowsOf(book.Sheets[name] ?? {}),
    merges: (book.Sheets[name]?.['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c,
      bottom: e.r + 1,
      right: e.c,
    })),
  }));
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'array', dense: true, cellStyles: true, cellFormula: true });
  } catch {
    throw new Refusal('damaged');
  }
}

function rowsOf(sheet: WorkSheet): SheetRow[] {
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  return data.flatMap((cells, i) =>
    cells === undefined
      ? []
      : [{ number: i + 1, hidden: sheet['!rows']?.[i]?.hidden ?? false, cells: Array.from(cells, cellOf) }],
  );
}

const cellOf = (cell: CellObject | undefined): Cell | undefined => {
  const text = cell === undefined ? '' : String(cell.w ?? cell.v ?? '');
  if (text === '' && cell?.f === undefined) return undefined;
  return cell?.f === undefined ? { text } : { text, formula: true };
};
