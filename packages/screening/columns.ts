/** Tables: what the heading of a column says about the cells below it, and how many persons a table lists. */
import type { Hit, Line } from './types.ts';

/** Columns whose content is personal data by its nature (个人信息保护法 art. 28; practice of 政务公开 checks). */
const sensitive =
  /^(本人|户主|申请人|监护人|法定代理人|联系人|家庭)?(的)?(公民)?(身份证件?(号码?|编号)?|身份号码|证件号码?|社会保障卡?号?|社保卡号?|银行账[号户]|银行帐[号户]|银行卡号?|开户(银)?行|账号|帐号|卡号|一卡通(账号|帐号|卡号|号)?|一折通(账号|号)?|手机(号码?)?|联系电话|联系方式|电话号码|家庭住址|家庭地址|住址|现住址|户籍地址|户籍所在地|详细地址|残疾(类别|类型|等级|证号|情况)?|病[情种史]|疾病(名称|情况|类型)?|患病情况|健康状况|致贫原因|困难原因|出生(日期|年月(日)?)|监护人(姓名)?|民族|婚姻状况|家庭收入|家庭成员)$/;
const personName =
  /^(姓名|户主(姓名)?|申请人(姓名)?|受益人(姓名)?|补贴对象|发放对象|救助对象|领取人|人员姓名)$/;
/** 《个人信息保护法》 names no number; from three on it is a list and no longer a mention. */
export const listFrom = 3;

/** Characters; a longer row is no row of a table, and counting its cells would take its time. */
const longestRow = 10_000;

export interface TableRow {
  /** Row of the table that names the columns; undefined for a table without one. */
  heading: Line | undefined;
  /** Rows below the heading. */
  rows: number;
}

const bareHeading = (cell: string): string => cell.normalize('NFKC').replaceAll(/\s|\(.*?\)|[:：]/g, '');

const isHeading = (cell: string): boolean => {
  const text = bareHeading(cell);
  return sensitive.test(text) || personName.test(text) || /^序号$/.test(text);
};

/** For each line its table, where it stands in one. Rows that follow each other are one table. */
export function tables(lines: readonly Line[]): Map<number, TableRow> {
  const found = new Map<number, TableRow>();
  let table: TableRow | undefined;
  for (const [i, line] of lines.entries()) {
    if (line.kind !== 'row') table = undefined;
    else {
      table ??= { heading: undefined, rows: 0 };
      // A new heading within the rows begins a new table.
      if ((line.cells ?? []).some(isHeading) && table.rows === 0) table.heading = line;
      else table.rows++;
      found.set(i, table);
    }
  }
  return found;
}

/** The heading of the column in which an offset of a row stands. */
export function headingAt(row: Line, offset: number, heading: Line | undefined): string {
  if (!heading || offset > longestRow) return '';
  const column = row.text.slice(0, offset).split('\t').length - 1;
  return heading.cells?.[column] ?? '';
}

/** Finds in a heading row; also in a line of its own, as tables come out of plain text. */
export function findColumns(line: Line, table: TableRow | undefined): Hit[] {
  if (line.kind === 'row' && table?.heading !== line) return [];
  const cells = line.cells ?? [line.text];
  const hits: Hit[] = [];
  let start = 0;
  for (const cell of cells) {
    const span = { start, end: start + cell.length };
    const text = bareHeading(cell);
    if (sensitive.test(text)) hits.push({ kind: 'sensitive-column', severity: 'review', ...span });
    else if (personName.test(text) && (table?.rows ?? 0) >= listFrom)
      hits.push({ kind: 'person-list', severity: 'review', ...span });
    start = span.end + 1;
  }
  return hits;
}
