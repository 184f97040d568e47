/**
 * A redacted copy of a workbook, built anew from what its reader sees: no hidden sheets, rows or columns, no
 * formulas, notes, caches, names, properties. Widths, merges, number formats and the look of cells stay.
 */
import { openZip } from '@gongkai/reading/zip.ts';
import { redactText } from '../redact-text.ts';
import { assertAllMet, cellsByRow, type Copy, type Removal } from '../removal.ts';
import { writeZip } from '../zip-write.ts';
import { cutSheet } from './cut-sheet.ts';
import { workbookPackage } from './package.ts';
import { readSheet } from './sheet.ts';
import { plainStyles, readStyles } from './styles.ts';
import { placesIn } from './visible.ts';
import { openWorkbook, textOfPart } from './workbook.ts';
import { sheetXml } from './write-sheet.ts';

/** Throws `Refusal` for a file that cannot be read, `RedactionRefused` when a row to be cut is not met. */
export function copyXlsx(bytes: Uint8Array, removal: Removal, deadline: number): Copy {
  const zip = openZip(bytes);
  const workbook = openWorkbook(zip, deadline);
  const styles =
    workbook.styles === undefined ? plainStyles : readStyles(textOfPart(zip, workbook.styles), deadline);
  const wanted = cellsByRow(removal.cells);
  const met = new Set<string>();
  let removed = 0;
  const sheets = workbook.sheets.map(({ name, part }) => {
    const sheet = readSheet(textOfPart(zip, part), workbook, styles, deadline);
    const places = placesIn(sheet);
    const cut = cutSheet(sheet, places, wanted, removal.texts);
    for (const key of cut.met) met.add(key);
    const cutName = redactText(name, removal.texts);
    removed += cut.removed + cutName.removed;
    return { name: cutName.text, xml: sheetXml(sheet, places) };
  });
  assertAllMet(wanted, met);
  return { bytes: writeZip(workbookPackage(sheets, styles.xml, workbook.date1904)), removed };
}
