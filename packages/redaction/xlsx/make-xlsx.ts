/** A workbook made anew from text: for older formats. A sheet for each table; lines of text become rows of one cell. */
import { type Block, cellsOf } from '../cut-blocks.ts';
import { writeZip } from '../zip-write.ts';
import { workbookPackage } from './package.ts';
import type { Cell, Sheet } from './sheet.ts';
import { plainStyles } from './styles.ts';
import { placesIn } from './visible.ts';
import { sheetXml } from './write-sheet.ts';

/** Up to here Excel keeps every digit; longer numbers are texts. */
const exact = /^-?(0|[1-9]\d{0,10})(\.\d{1,6})?$/;

export function makeXlsx(blocks: readonly Block[]): Uint8Array {
  const tables = Map.groupBy(blocks, (block) => block.table);
  const sheets = [...tables.values()].map((rows, i) => ({
    name: `表${i + 1}`,
    xml: sheetXml(sheetOf(rows), placesIn(nothingHidden)),
  }));
  return writeZip(workbookPackage(sheets, plainStyles, false));
}

const nothingHidden = { hiddenColumns: new Set<number>(), hiddenRows: new Set<number>() };

function sheetOf(blocks: readonly Block[]): Sheet {
  const rows = blocks.map((block, row) => ({
    row,
    height: undefined,
    cells: (block.kind === 'row' ? cellsOf(block) : [block.text]).map(cellOf),
  }));
  return { ...nothingHidden, rows, widths: [], shownColumns: [], merges: [], format: {}, page: {} };
}

const cellOf = (text: string, column: number): Cell => ({
  column,
  style: undefined,
  text,
  value: exact.test(text) ? { type: 'n', raw: text } : undefined,
});
