/** A filled template in whichever table format it was sent: .xlsx, .xls, or .csv in any encoding of Chinese. */
import Papa from 'papaparse';
import { delimiterOf, textOfFile } from '@gongkai/reading/read-txt.ts';
import { Refusal } from '@gongkai/reading/refusal.ts';
import type { Sheet } from './grid.ts';
import { sheetsOfXlsx } from './sheets-of-xlsx.ts';

/** `name` stands for the sheet of a .csv; `deadline`: `performance.now()`. Throws `Refusal` for what is no table. */
export async function sheetsOfFile(
  bytes: Uint8Array,
  name: string,
  deadline = Number.POSITIVE_INFINITY,
): Promise<Sheet[]> {
  const opening = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (opening === 'PK\u0003\u0004') {
    const sheets = sheetsOfXlsx(bytes, deadline);
    if (sheets.length === 0) throw new Refusal('unsupported', notATable);
    return sheets;
  }
  // Loaded on use: the library is large, and few offices still write this format.
  if (opening === '\u00D0\u00CF\u0011\u00E0') return (await import('./sheets-of-xls.ts')).sheetsOfXls(bytes);
  if (/^%PDF|^[\x89\xFF]/.test(opening)) throw new Refusal('unsupported', notATable);
  return [sheetOfText(textOfFile(bytes), name)];
}

const notATable = '不是电子表格：请上传 .xlsx、.xls 或 .csv 格式的目录模板。';

function sheetOfText(text: string, name: string): Sheet {
  const rows = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) ?? ',' }).data;
  return {
    name: name.replace(/\.[a-z]+$/i, ''),
    hidden: false,
    merges: [],
    rows: rows.map((cells, i) => ({ number: i + 1, hidden: false, cells: cells.map((text) => ({ text })) })),
  };
}
