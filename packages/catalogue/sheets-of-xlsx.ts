/** The cells of an .xlsx workbook as its reader sees them (ECMA-376 part 1, 18.3): merges, hidden rows, formulas. */
import { openZip, type Zip } from '@gongkai/reading/zip.ts';
import { walkXml, xmlText } from '@gongkai/reading/xml.ts';
import { areaAt, cellAt } from '@gongkai/reading/sheet.ts';
import { readStrings } from '@gongkai/reading/xlsx-strings.ts';
import type { Cell, Merge, Sheet, SheetRow } from './grid.ts';

/** Throws the reader's `Refusal` for a file that is damaged, encrypted or too large. `deadline`: `performance.now()`. */
export function sheetsOfXlsx(bytes: Uint8Array, deadline = Number.POSITIVE_INFINITY): Sheet[] {
  const zip = openZip(bytes);
  const strings = readStrings(textOf(zip, 'xl/sharedStrings.xml'), deadline);
  return sheetParts(zip).map(({ name, hidden, part }) => {
    const { rows, merges } = cellsOf(textOf(zip, part), strings, deadline);
    return { name, hidden, rows, merges };
  });
}

const textOf = (zip: Zip, part: string): string => {
  const bytes = zip.read(part);
  return bytes ? xmlText(bytes) : '';
};

/** The sheets in their order, with the part each lies in. */
function sheetParts(zip: Zip): { name: string; hidden: boolean; part: string }[] {
  const parts = new Map<string, string>();
  walkXml(textOf(zip, 'xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target = '' }) => {
      if (name === 'Relationship' && Id) parts.set(Id, partName(Target));
    },
  });
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  walkXml(textOf(zip, 'xl/workbook.xml'), {
    open: (element, { name = '', state, id = '' }) => {
      const part = parts.get(id);
      if (element === 'sheet' && part) sheets.push({ name, hidden: state?.includes('idden') ?? false, part });
    },
  });
  return sheets;
}

const partName = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

function cellsOf(xml: string, strings: readonly string[], deadline: number): Pick<Sheet, 'rows' | 'merges'> {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let row: SheetRow = { number: 0, hidden: false, cells: [] };
  let column = -1;
  let type = '';
  let formula = false;
  let inValue = false;
  let text = '';
  walkXml(
    xml,
    {
      open: (name, attributes) => {
        inValue = name === 'v' || name === 't';
        if (name === 'row') {
          row = {
            number: Number(attributes['r'] ?? row.number + 1),
            hidden: attributes['hidden'] === '1' || attributes['hidden'] === 'true',
            cells: [],
          };
          rows.push(row);
          column = -1;
        } else if (name === 'c') {
          column = cellAt(attributes['r'] ?? '')?.column ?? column + 1;
          type = attributes['t'] ?? '';
          formula = false;
          text = '';
        } else if (name === 'f') formula = true;
        else if (name === 'mergeCell') merges.push(...mergeOf(attributes['ref'] ?? ''));
      },
      text: (piece) => {
        if (inValue) text += piece;
      },
      close: (name) => {
        inValue = false;
        if (name === 'c' && (text !== '' || formula))
          row.cells[column] = cellOf(type === 's' ? (strings[Number(text)] ?? '') : text, formula);
      },
    },
    deadline,
  );
  return { rows, merges };
}

const cellOf = (text: string, formula: boolean): Cell => (formula ? { text, formula } : { text });

/** Areas count rows from 0, people from 1. */
function mergeOf(reference: string): Merge[] {
  const area = areaAt(reference);
  return area ? [{ ...area, top: area.top + 1, bottom: area.bottom + 1 }] : [];
}
