/** Writes workbooks the way office programs leave them: shared and rich strings, merges, hidden rows, formulas. */
import { makeZip } from '../fixtures/zip.ts';

interface FilledCell {
  text: string;
  /** Last result stays in `text`. */
  formula?: string;
  /** Written in two runs, as after editing half of it, with a phonetic hint. */
  rich?: true;
}
export type Filled = string | number | FilledCell | null;

export interface FilledSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  rows: readonly (readonly Filled[])[];
  /** `A1:A3`. */
  merges?: readonly string[];
  /** Row numbers. */
  hiddenRows?: readonly number[];
}

export function makeWorkbook(sheets: readonly FilledSheet[]): Uint8Array {
  const strings = new Map<string, number>();
  const parts = sheets.map((sheet) => sheetXml(sheet, strings));
  return makeZip([
    { name: '[Content_Types].xml', content: contentTypes(sheets.length) },
    { name: '_rels/.rels', content: relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${main} xmlns:r="${officeRelations}"><sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${escaped(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...sheets.map((_, i): [string, string, string] => [
          `rId${i + 1}`,
          'worksheet',
          `worksheets/sheet${i + 1}.xml`,
        ]),
        ['rIdS', 'sharedStrings', 'sharedStrings.xml'],
      ]),
    },
    { name: 'xl/sharedStrings.xml', content: `<sst ${main}>${[...strings.keys()].join('')}</sst>` },
    ...parts.map((content, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content })),
  ]);
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const contentTypes = (sheets: number): string => {
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, i) => type(`worksheets/sheet${i + 1}`, 'worksheet'));
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('workbook', 'sheet.main')}${type('sharedStrings', 'sharedStrings')}${each.join('')}</Types>`;
};

const relationships = (all: readonly [id: string, type: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

function sheetXml({ rows, merges = [], hiddenRows = [] }: FilledSheet, strings: Map<string, number>): string {
  const body = rows.map((cells, i) => {
    const hidden = hiddenRows.includes(i + 1) ? ' hidden="1"' : '';
    return `<row r="${i + 1}"${hidden}>${cells.map((cell, c) => cellXml(cell, `${letter(c)}${i + 1}`, strings)).join('')}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet ${main}><sheetData>${body.join('')}</sheetData>${merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`}</worksheet>`;
}

const letter = (column: number): string => String.fromCodePoint(65 + column);

function cellXml(cell: Filled, ref: string, strings: Map<string, number>): string {
  if (cell === null) return `<c r="${ref}" s="1"/>`;
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  const { text, formula, rich } =
    typeof cell === 'string' ? { text: cell, formula: undefined, rich: undefined } : cell;
  if (formula !== undefined)
    return `<c r="${ref}" t="str"><f>${escaped(formula)}</f><v>${escaped(text)}</v></c>`;
  const half = Math.ceil(text.length / 2);
  const run = (part: string): string => `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(part)}</t></r>`;
  const item = rich
    ? `<si>${run(text.slice(0, half))}${run(text.slice(half))}<rPh sb="0" eb="1"><t>ピン</t></rPh></si>`
    : `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
  const index = strings.get(item) ?? strings.size;
  strings.set(item, index);
  return `<c r="${ref}" t="s"><v>${index}</v></c>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
