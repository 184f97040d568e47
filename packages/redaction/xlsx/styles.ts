/** Formats of cells: how a copy shows them, and which show nothing at all. */
import { walkXml } from '@gongkai/reading/xml.ts';
import { escaped, xmlHead } from '../docx/tree.ts';

export interface Styles {
  /** The part, with only fonts, fills, borders, alignments and harmless number formats. */
  xml: string;
  /** By number of the style. */
  of: { date: 'date' | 'time' | undefined; unseen: boolean }[];
}

const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const kept = new Set(
  'styleSheet numFmts numFmt fonts font b i u strike sz color name family charset fills fill patternFill fgColor bgColor borders border left right top bottom start end diagonal cellStyleXfs cellXfs xf alignment'.split(
    ' ',
  ),
);
const keptAttributes = new Set(
  'count numFmtId formatCode val rgb theme tint indexed auto patternType style diagonalUp diagonalDown fontId fillId borderId xfId applyNumberFormat applyFont applyFill applyBorder applyAlignment horizontal vertical wrapText indent textRotation shrinkToFit'.split(
    ' ',
  ),
);
/** No words of its own: a format may write a text in front of every number. */
const harmlessFormat = /^(General|[#0?.,%/+:;_ ()*\\$¥￥yYmMdDhHsSAPaEe年月日时分秒元万"@[\]-])*$/;
const namedDates = new Set([
  14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
const namedTimes = new Set([18, 19, 20, 21, 22, 32, 33, 45, 46, 47]);

interface Read {
  formats: Map<number, string>;
  /** White letters. */
  fonts: boolean[];
  /** With a colour behind the letters. */
  fills: boolean[];
  of: Styles['of'];
}

export const plainStyles: Styles = {
  xml: `${xmlHead}<styleSheet xmlns="${space}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
  of: [],
};

export function readStyles(xml: string, deadline: number): Styles {
  const read: Read = { formats: new Map(), fonts: [], fills: [], of: [] };
  const out: string[] = [];
  const path: string[] = [];
  let skipped = 0;
  walkXml(
    xml,
    {
      open: (name, given) => {
        if (skipped > 0 || !kept.has(name)) {
          skipped++;
          return;
        }
        note(read, path, name, given);
        path.push(name);
        out.push(`<${name}${name === 'styleSheet' ? ` xmlns="${space}"` : ''}${attributesOf(name, given)}>`);
      },
      close: (name) => {
        if (skipped > 0) skipped--;
        else out.push(`</${path.pop() ?? name}>`);
      },
    },
    deadline,
  );
  return { xml: xmlHead + out.join(''), of: read.of };
}

function attributesOf(name: string, given: Record<string, string>): string {
  return Object.entries(given)
    .filter(([key]) => keptAttributes.has(key) || (name === 'name' && key === 'val'))
    .map(([key, value]) =>
      key === 'formatCode' && !harmlessFormat.test(value) ? [key, 'General'] : [key, value],
    )
    .map(([key, value]) => ` ${key}="${escaped(value!)}"`)
    .join('');
}

function note(
  { formats, fonts, fills, of }: Read,
  path: readonly string[],
  name: string,
  given: Record<string, string>,
): void {
  const parent = path.at(-1);
  if (name === 'numFmt') formats.set(Number(given['numFmtId']), given['formatCode'] ?? '');
  else if (name === 'font' && parent === 'fonts') fonts.push(false);
  else if (name === 'color' && parent === 'font') fonts[fonts.length - 1] = isWhite(given);
  else if (name === 'fill' && parent === 'fills') fills.push(false);
  else if (name === 'patternFill')
    fills[fills.length - 1] = !['none', undefined].includes(given['patternType']);
  else if (name === 'fgColor' && isWhite(given)) fills[fills.length - 1] = false;
  else if (name === 'xf' && parent === 'cellXfs') {
    const format = Number(given['numFmtId'] ?? 0);
    const code = formats.get(format);
    const white =
      fonts[Number(given['fontId'] ?? 0)] === true && fills[Number(given['fillId'] ?? 0)] !== true;
    of.push({ date: dateOf(format, code), unseen: white || /^;+(\s|"")*$/.test(code ?? '') });
  }
}

const isWhite = (color: Record<string, string>): boolean =>
  /^(FF|00)?FFFFFF$/i.test(color['rgb'] ?? '') ||
  (color['theme'] === '0' && color['tint'] === undefined) ||
  color['indexed'] === '9' ||
  color['indexed'] === '1';

function dateOf(format: number, code: string | undefined): 'date' | 'time' | undefined {
  if (code === undefined)
    return namedDates.has(format) ? 'date' : namedTimes.has(format) ? 'time' : undefined;
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (/[yd]|m+月|年/i.test(bare)) return /h/i.test(bare) ? 'time' : 'date';
  return /h|s/i.test(bare) && !/[0#]/.test(bare) ? 'time' : undefined;
}
