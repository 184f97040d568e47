/** The parts of a workbook that a copy needs: its visible sheets, its texts, its styles. */
import type { OfficePackage } from '@gongkai/reading/ooxml.ts';
import { Refusal } from '@gongkai/reading/refusal.ts';
import { readStrings } from '@gongkai/reading/xlsx-strings.ts';
import { type CellStyle, readCellStyles } from '@gongkai/reading/xlsx-styles.ts';
import { walkXml } from '@gongkai/reading/xml.ts';

export interface Workbook {
  /** Visible ones, in order. */
  sheets: { name: string; xml: string }[];
  strings: readonly string[];
  styleOf: (index: string | undefined) => CellStyle;
  /** The part; empty in the plainest files. */
  styles: string;
  date1904: boolean;
}

/** Throws {@link Refusal}. */
export function openWorkbook(pack: OfficePackage, deadline: number): Workbook {
  const main = pack.related('').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const related = pack.related(main);
  const xmlOf = (type: string): string => pack.xml(related.find((r) => r.type === type)?.target ?? '');
  const styles = xmlOf('styles');
  const sheets: Workbook['sheets'] = [];
  let date1904 = false;
  walkXml(
    pack.xml(main),
    {
      open: (element, { name = '', id = '', state = 'visible', ...others }) => {
        if (element === 'workbookPr') date1904 = isTrue(others['date1904']);
        if (element !== 'sheet' || state !== 'visible') return;
        const part = related.find((r) => r.id === id && r.type === 'worksheet');
        if (part) sheets.push({ name, xml: pack.xml(part.target) });
      },
    },
    deadline,
  );
  if (sheets.length === 0) throw new Refusal('damaged');
  return {
    sheets,
    strings: readStrings(xmlOf('sharedStrings'), deadline),
    styleOf: readCellStyles(styles, deadline),
    styles,
    date1904,
  };
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
