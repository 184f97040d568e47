/** A labelled document as offices paste it into sheets: a line a row, cells where the document has a table. */
import { utils, write } from '@e965/xlsx';
import { makeWorkbook } from '../fixtures/workbook.ts';
import type { SetLine } from './labelled.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cellsOf = ({ cells, text }: SetLine): readonly string[] => cells ?? [text];
const column = (i: number): string => String.fromCharCode(65 + i);

export function setXlsx(lines: readonly SetLine[]): Uint8Array {
  const rows = lines.map(
    (line, row) =>
      `<row r="${row + 1}">${cellsOf(line)
        .map((text, i) => `<c r="${column(i)}${row + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`)
        .join('')}</row>`,
  );
  return makeWorkbook([{ name: 'Sheet1', rows: rows.join('') }]);
}

export function setXls(lines: readonly SetLine[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(lines.map((l) => [...cellsOf(l)])), 'Sheet1');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer);
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** As a spreadsheet program saves it: every record as wide as the widest. */
export function setCsv(lines: readonly SetLine[]): string {
  const width = Math.max(...lines.map((l) => cellsOf(l).length));
  return `${lines
    .map((l) => {
      const cells = cellsOf(l).map(quoted);
      return [...cells, ...Array<string>(width - cells.length).fill('')].join(',');
    })
    .join('\r\n')}\r\n`;
}
