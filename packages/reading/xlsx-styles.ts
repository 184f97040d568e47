/** Number formats and colours of cells (ECMA-376 part 1, 18.8). */
import { walkXml } from './xml.ts';

export interface CellStyle {
  /** Code of the number format, or the number of a built-in one. */
  format: string | number;
  /** White on nothing. */
  white: boolean;
}

const plain: CellStyle = { format: 0, white: false };

/** Answers by the index that a cell gives in `s`. */
export function readCellStyles(xml: string, deadline: number): (index: string | undefined) => CellStyle {
  const formats = new Map<string, string>();
  const fonts: boolean[] = [];
  const fills: boolean[] = [];
  const styles: CellStyle[] = [];
  const path: string[] = [];
  const open = (name: string, attributes: Record<string, string>): void => {
    const parent = path.at(-1);
    path.push(name);
    if (name === 'numFmt') formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
    else if (name === 'font' && parent === 'fonts') fonts.push(false);
    else if (name === 'color' && parent === 'font') fonts[fonts.length - 1] = isWhite(attributes);
    else if (name === 'fill') fills.push(false);
    else if (name === 'patternFill')
      fills[fills.length - 1] = !['none', undefined].includes(attributes['patternType']);
    else if (name === 'gradientFill') fills[fills.length - 1] = true;
    else if (name === 'fgColor' && isWhite(attributes)) fills[fills.length - 1] = false;
    else if (name === 'xf' && parent === 'cellXfs') {
      const { numFmtId = '0', fontId = '', fillId = '' } = attributes;
      styles.push({
        format: formats.get(numFmtId) ?? Number(numFmtId),
        white: (fonts[Number(fontId)] ?? false) && !fills[Number(fillId)],
      });
    }
  };
  walkXml(xml, { open, close: () => path.pop() }, deadline);
  return (index) => styles[Number(index ?? 0)] ?? plain;
}

/** Theme colour 0 is the ground of a sheet, indexed 1 and 9 are white. */
const isWhite = ({ rgb, theme, indexed }: Record<string, string>): boolean =>
  /^(FF)?FFFFFF$/i.test(rgb ?? '') || theme === '0' || indexed === '1' || indexed === '9';
