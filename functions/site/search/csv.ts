/** A result list to take along (RFC 4180), with the byte order mark by which spreadsheets know UTF-8. */
import type { SearchHit } from '@gongkai/platform/ports.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import { stringify } from 'csv-stringify/sync';

const heading = ['标题', '发文字号', '公开日期', '公开主体', '栏目', '有效性', '网址'];

export const resultsCsv = (hits: readonly SearchHit[], addressOf: (path: string) => string): string =>
  stringify(
    hits.map((h) => [
      h.title.join(''),
      h.documentNumber ?? '',
      localDate(h.publishedAt),
      h.department,
      h.column,
      h.validity,
      addressOf(h.path),
    ]),
    // A cell that begins like a formula would be one for the spreadsheet.
    { header: true, columns: heading, bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
