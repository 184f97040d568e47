/** Lists in which children stand: under fourteen every datum is sensitive (个人信息保护法 art. 28), under eighteen protected. */
import { judgeIdentityNumber } from './identity-check.ts';
import { onHeading, type Placed } from './on-heading.ts';
import { cellText, type Table } from './tables.ts';

const adult = 18;
const child = 14;

/** Full years; `birth` as `YYYYMMDD`. */
const ageOn = (today: string, birth: string): number =>
  Math.floor((Number(today.replaceAll('-', '')) - Number(birth)) / 10_000);

export function findMinors(table: Table, today: string): Placed[] {
  if (!table.persons) return [];
  return table.columns.flatMap((column, c) => {
    const byAge = column.labels.includes('age');
    const byNumber = column.labels.includes('identity') || column.shape === 'identity';
    if ((!byAge && !byNumber) || !column.place) return [];
    const ages = table.rows
      .filter((row) => !row.heads)
      .map((row) => cellText(row, c).replaceAll(/[\s-]/g, '').toUpperCase())
      .map((value) => (byAge ? ageIn(value) : ageBy(value, today)));
    const minors = ages.filter((age) => age !== undefined && age < adult).length;
    if (minors === 0) return [];
    const children = ages.filter((age) => age !== undefined && age < child).length;
    const why = `${byAge ? '按年龄' : '按身份证号中的出生日期'}，名单中有 ${minors} 名未成年人${children > 0 ? `，其中 ${children} 名不满十四周岁` : ''}。`;
    return [
      {
        line: column.place.row.index,
        hit: onHeading(column.place.row, column.place.cell, 'minor', 'review', why),
      },
    ];
  });
}

const ageIn = (value: string): number | undefined =>
  /^\d{1,3}(?:周?岁)?$/.test(value) ? Number.parseInt(value, 10) : undefined;
const ageBy = (value: string, today: string): number | undefined =>
  judgeIdentityNumber(value, today) === 'valid' ? ageOn(today, value.slice(6, 14)) : undefined;

const young = /学生|儿童|幼儿|孤儿|未成年|少年/;

/** Whether children stand in the list, or may: by age, number, year of birth, or what its columns are about. */
export const mayListMinors = (table: Table, today: string): boolean =>
  findMinors(table, today).length > 0 ||
  table.columns.some(
    ({ labels, heading, values }, c) =>
      values > 0 &&
      (labels.includes('guardian') ||
        labels.includes('school') ||
        young.test(heading) ||
        (labels.includes('birth') && table.rows.some((row) => bornLate(cellText(row, c), today)))),
  );

/** A year tells only that somebody may still be a minor. */
const bornLate = (value: string, today: string): boolean =>
  Number(/(?:19|20)\d{2}/.exec(value)?.[0] ?? 0) >= Number(today.slice(0, 4)) - adult;
