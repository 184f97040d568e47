/** A workbook made anew from text: for older formats. A sheet for each table; lines of text become rows of one cell. */
import type { Block } from '../cut-blocks.ts';
import { cellsOf } from '../cut-blocks.ts';
import { writeZip } from '../zip-write.ts';
import { workbookPackage } from './package.ts';
import type { Cell, Sheet } from './sheet.ts';
import { plainStyles } from './styles.ts';
import { sheetXml } from './write-sheet.ts';

const inPlace = { column: (source: number) => source, row: (source: number) => source };
/** Up to here Excel keeps every digit; longer numbers are texts. */
const exact = /^-?(0|[1-9]\d{0,10})(\.\d{1,6})?$/;

export function makeXlsx(blocks: readonly Block[]): Uint8Array {
  const tables = Map.groupBy(blocks, (block) => block.table);
  const sheets = [...tables.values()].map((rows, i) => ({
    name: `表${i + 1}`,
    xml: sheetXml(sheetOf(rows), inPlace),
  }));
  return writeZip(workbookPackage(sheets, plainStyles.xml, false));
}

function sheetOf(blocks: readonly Block[]): Sheet {
  const rows = blocks.map((block, i) => ({
    number: i + 1,
    height: undefined,
    cells: (block.kind === 'row' ? cellsOf(block) : [block.text]).map(cellOf),
  }));
  return { rows, columns: [], hiddenColumns: [], hiddenRows: new Set(), merges: [], format: {}, page: {} };
}

const cellOf = (text: string, i: number): Cell => ({
  column: i + 1,
  style: undefined,
  text,
  value: exact.test(text) ? { type: 'n', raw: text } : undefined,
});
