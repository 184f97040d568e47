/** Dates as official documents write them: 2020年8月3日, and 二〇一九年十二月三十一日 in the layout before 2012. */
import { compact } from '../clean.ts';
import { withoutStamp } from './organ-name.ts';

/** People and scanners write the zero of 〇 in many ways; the last two are Cyrillic. */
const zeros = '〇○◯零０0OoＯｏ口囗Оо';
const digits = '一二三四五六七八九';
const arabicZero = /[〇○OoОо]/g;
const day = '[日曰]';
const arabic = `((?:19|20)[\\d〇○OoОо]{2})年(\\d{1,2})月(\\d{1,2})${day}`;
const chineseNumber = `[${digits}十廿卅]{1,3}`;
const chinese = `([一二][${zeros}${digits}]{3})年(${chineseNumber}|元|正)月(${chineseNumber})${day}`;
const dotted = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/u;
const label = /^(?:日期|时间|成文日期|落款日期|签发日期)[:：]/;
const weekday = /(?:\(?星期[一二三四五六日天]\)?)$/;

const ending = (date: string): RegExp => new RegExp(`^(.{0,60}?)\\(?${date}\\)?$`, 'u');
const starting = (date: string): RegExp => new RegExp(`^\\(?${date}`, 'u');
const [arabicEnd, chineseEnd] = [ending(arabic), ending(chinese)];
const [arabicStart, chineseStart] = [starting(arabic), starting(chinese)];

export interface DateLine {
  /** `YYYY-MM-DD`. */
  date: string;
  /** What stands before it on its line, without white space. */
  before: string;
}

/** When the line ends with a date (and nothing but a stamp follows it). */
export function dateLine(line: string): DateLine | undefined {
  if (line.length > 200) return undefined;
  const text = withoutStamp(line).replace(label, '').replace(weekday, '');
  const a = arabicEnd.exec(text);
  if (a) return dated(a[1]!, arabicYear(a[2]!), Number(a[3]), Number(a[4]));
  const c = chineseEnd.exec(text);
  if (c) return dated(c[1]!, chineseYear(c[2]!), numberOf(c[3]!), numberOf(c[4]!));
  const d = dotted.exec(text);
  return d ? dated('', Number(d[1]), Number(d[2]), Number(d[3])) : undefined;
}

/** The date a line begins with, as in `（2020年8月3日县人民政府第5次常务会议通过）`. */
export function leadingDate(line: string): string | undefined {
  const text = compact(line);
  const a = arabicStart.exec(text);
  if (a) return dated('', arabicYear(a[1]!), Number(a[2]), Number(a[3]))?.date;
  const c = chineseStart.exec(text);
  return c ? dated('', chineseYear(c[1]!), numberOf(c[2]!), numberOf(c[3]!))?.date : undefined;
}

function dated(before: string, year: number, month: number, day: number): DateLine | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1949 && year < 2100;
  return real ? { date: date.toISOString().slice(0, 10), before: before.replace(/[（(]$/, '') } : undefined;
}

const arabicYear = (text: string): number => Number(text.replaceAll(arabicZero, '0'));

export const chineseYear = (text: string): number =>
  Number(Array.from(text, (c) => (zeros.includes(c) ? 0 : digits.indexOf(c) + 1)).join(''));

/** 一 to 九十九; 元 and 正 are the first month, 廿 and 卅 old tens. */
export function numberOf(text: string): number {
  if (text === '元' || text === '正') return 1;
  const plain = text.replace('廿', '二十').replace('卅', '三十').replace('十十', '十');
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['', plain];
  const value = (t: string | undefined): number => (t ? digits.indexOf(t) + 1 : 0);
  return (plain.includes('十') ? (value(tens) || 1) * 10 : 0) + value(ones);
}
