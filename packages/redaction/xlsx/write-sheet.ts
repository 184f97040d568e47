/** A sheet as its part. Texts stand in their cells, so that no list of texts can keep one that was cut. */
import { escaped, xmlHead } from '../docx/tree.ts';
import { type Cell, nameOf, type Row, type Sheet } from './sheet.ts';
import { mergesIn, type Places } from './visible.ts';

export const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function sheetXml(sheet: Sheet, places: Places): string {
  const out = [xmlHead, `<worksheet xmlns="${spreadsheet}">`, formatXml(sheet), columnsXml(sheet, places)];
  out.push('<sheetData>');
  for (const row of sheet.rows) out.push(rowXml(row, places));
  out.push('</sheetData>', mergesXml(mergesIn(sheet, places)), pageXml(sheet), '</worksheet>');
  return out.join('');
}

const number = (value: string | undefined): value is string => /^\d+(\.\d+)?$/.test(value ?? '');

function formatXml({ format }: Sheet): string {
  const kept = ['baseColWidth', 'defaultColWidth', 'defaultRowHeight'].filter((name) => number(format[name]));
  const facts = kept.map((name) => ` ${name}="${format[name]}"`).join('');
  return `<sheetFormatPr${format['defaultRowHeight'] === undefined ? ' defaultRowHeight="15"' : ''}${facts}/>`;
}

const widest = 16_384;

/** One entry for each run of columns that stays together. */
function columnsXml({ widths }: Sheet, places: Places): string {
  const entries: string[] = [];
  for (const { first, last, width } of widths) {
    if (!number(width)) continue;
    let open: { first: number; last: number } | undefined;
    for (let source = first; source <= Math.min(last, widest); source++) {
      const column = places.column(source);
      if (column === undefined) continue;
      open ??= { first: column, last: column };
      open.last = column;
    }
    if (open)
      entries.push(`<col min="${open.first + 1}" max="${open.last + 1}" width="${width}" customWidth="1"/>`);
  }
  return entries.length === 0 ? '' : `<cols>${entries.join('')}</cols>`;
}

function rowXml({ row: source, height, cells }: Row, places: Places): string {
  const row = places.row(source)!;
  const tall = number(height) ? ` ht="${height}" customHeight="1"` : '';
  let out = '';
  for (const cell of cells) {
    const column = places.column(cell.column);
    if (column !== undefined) out += cellXml(cell, nameOf(column, row));
  }
  return `<row r="${row + 1}"${tall}>${out}</row>`;
}

function cellXml({ style, text, value }: Cell, reference: string): string {
  const styled = number(style) ? ` s="${style}"` : '';
  if (value?.type === 'n') return `<c r="${reference}"${styled}><v>${value.raw}</v></c>`;
  if (value) return `<c r="${reference}"${styled} t="${value.type}"><v>${escaped(value.raw)}</v></c>`;
  if (text === '') return styled === '' ? '' : `<c r="${reference}"${styled}/>`;
  return `<c r="${reference}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const mergesXml = (merges: readonly string[]): string =>
  merges.length === 0
    ? ''
    : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

/** Wide lists are printed on their side. */
function pageXml({ page }: Sheet): string {
  const facts = ['paperSize', 'scale', 'fitToWidth', 'fitToHeight'].filter((name) => number(page[name]));
  const turned = page['orientation'] === 'landscape' ? ' orientation="landscape"' : '';
  const all = facts.map((name) => ` ${name}="${page[name]}"`).join('') + turned;
  return all === '' ? '' : `<pageSetup${all}/>`;
}
