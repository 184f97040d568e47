/** Dates as official documents write them: 2020年8月3日, and 二〇一九年十二月三十一日 in the layout before 2012. */
import { compact } from './clean.ts';

/** People type the zero of 〇 in many ways. */
const zeros = '〇○◯零０0OoＯｏ';
const digits = '一二三四五六七八九';
const chineseNumber = `[${digits}十]{1,3}`;
const arabic = /(\d{4})年(\d{1,2})月(\d{1,2})日/u;
const dotted = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/u;
const chinese = new RegExp(`([${zeros}${digits}]{4})年(${chineseNumber}|元|正)月(${chineseNumber})日`, 'u');
const bare = (pattern: RegExp): RegExp => new RegExp(`^(.{0,40}?)[（(]?${pattern.source}[)）]?$`, 'u');
const wholeArabic = bare(arabic);
const wholeChinese = bare(chinese);

/** `YYYY-MM-DD` and what stands before the date, when the line ends with a date (and nothing follows it). */
export function dateLine(line: string): { date: string; before: string } | undefined {
  const text = compact(line);
  const a = wholeArabic.exec(text);
  if (a) return dated(a[1]!, Number(a[2]), Number(a[3]), Number(a[4]));
  const c = wholeChinese.exec(text);
  if (c) return dated(c[1]!, yearOf(c[2]!), numberOf(c[3]!), numberOf(c[4]!));
  const d = dotted.exec(text);
  return d ? dated('', Number(d[1]), Number(d[2]), Number(d[3])) : undefined;
}

function dated(before: string, year: number, month: number, day: number) {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1949 && year < 2100;
  return real ? { date: date.toISOString().slice(0, 10), before: before.replace(/[（(]$/, '') } : undefined;
}

const yearOf = (text: string): number =>
  Number(Array.from(text, (c) => (zeros.includes(c) ? 0 : digits.indexOf(c) + 1)).join(''));

/** 一 to 九十九; 元 and 正 are the first month. */
function numberOf(text: string): number {
  if (text === '元' || text === '正') return 1;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const value = (t: string | undefined): number => (t ? digits.indexOf(t) + 1 : 0);
  return (text.includes('十') ? (value(tens) || 1) * 10 : 0) + value(ones);
}
