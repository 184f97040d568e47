/**
 * A redacted copy of a workbook, built anew from what its reader sees: no hidden sheets, rows or columns, no
 * formulas, notes, caches, names, properties. Widths, merges, number formats and the look of cells stay.
 */
import { openPackage } from '@gongkai/reading/ooxml.ts';
import { redactText } from '../redact-text.ts';
import { assertAllMet, cellsByRow, type Copy, type Removal } from '../removal.ts';
import { writeZip } from '../zip-write.ts';
import { cutSheet } from './cut-sheet.ts';
import { workbookPackage } from './package.ts';
import { readSheet } from './sheet.ts';
import { cleanStyles } from './styles.ts';
import { placesIn } from './visible.ts';
import { openWorkbook } from './workbook.ts';
import { sheetXml } from './write-sheet.ts';

/** Throws `Refusal` for a file that cannot be read, `RedactionRefused` when a row to be cut is not met. */
export function copyXlsx(bytes: Uint8Array, removal: Removal, deadline: number): Copy {
  const workbook = openWorkbook(openPackage(bytes), deadline);
  const wanted = cellsByRow(removal.cells);
  const met = new Set<string>();
  let removed = 0;
  const only = workbook.sheets.length === 1;
  const sheets = workbook.sheets.map(({ name, xml }) => {
    const sheet = readSheet(xml, workbook, deadline);
    const cut = cutSheet(sheet, wanted, removal.texts);
    for (const key of cut.met) met.add(key);
    const cutName = redactText(name, removal.texts);
    removed += cut.removed + cutName.removed;
    // The name of the only sheet heads nothing, and is mostly whatever the program or its user called it.
    return { name: only ? '' : cutName.text, xml: sheetXml(sheet, placesIn(sheet)) };
  });
  assertAllMet(wanted, met);
  return {
    bytes: writeZip(workbookPackage(sheets, cleanStyles(workbook.styles, deadline), workbook.date1904)),
    removed,
  };
}
