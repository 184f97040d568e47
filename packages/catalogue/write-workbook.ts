/** An .xlsx file that depends on nothing but its content: the same catalogue gives the same bytes. */
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { leafColumns } from './leaf-columns.ts';
import type { TemplateCell, TemplateRow } from './to-cells.ts';

export interface TemplateSheet {
  name: string;
  rows: TemplateRow[];
}

/** Sheets in the layout of the template, ready to print on landscape pages. */
export const writeTemplates = (sheets: readonly TemplateSheet[]): Promise<Uint8Array> =>
  write(
    sheets.map(({ name, rows }) => ({
      sheet: sheetName(name),
      data: rows.map((row) => Array.from({ length: leafColumns.length }, (_, i) => styled(row[i]))),
      columns: leafColumns.map(({ width }) => ({ width })),
      orientation: 'landscape' as const,
      stickyRowsCount: 3,
    })),
  );

/** A plain list with one heading row. */
export const writeList = (name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  write([
    {
      sheet: sheetName(name),
      data: rows.map((row, i) => row.map((text) => styled(i === 0 ? { text, heading: true } : { text }))),
      columns: (rows[0] ?? []).map(() => ({ width: 18 })),
      orientation: 'landscape' as const,
      stickyRowsCount: 1,
    },
  ]);

type SheetOptions = Extract<Parameters<typeof writeExcelFile>[0], readonly unknown[]>;

async function write(sheets: readonly object[]): Promise<Uint8Array> {
  const bytes = await writeExcelFile(sheets as unknown as SheetOptions).toBuffer();
  return withoutTimes(bytes);
}

const styled = (cell: TemplateCell | undefined): Cell =>
  cell === undefined
    ? null
    : {
        value: cell.text,
        type: String,
        wrap: true,
        alignVertical: 'center',
        borderStyle: 'thin',
        ...(cell.heading ? { fontWeight: 'bold' as const, align: 'center' as const } : {}),
        ...(cell.across === undefined ? {} : { columnSpan: cell.across }),
        ...(cell.down === undefined ? {} : { rowSpan: cell.down }),
      };

/** Excel refuses these characters, and more than 31. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** 1980-01-01, the earliest a zip can say (PKWARE APPNOTE 4.4.6), in place of the time of writing. */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    file.writeUInt32LE(earliest, at + 12);
    file.writeUInt32LE(earliest, file.readUInt32LE(at + 42) + 10);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return file;
}
const earliest = 0x0021_0000;
