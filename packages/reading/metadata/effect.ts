/** 施行日期 and 有效期, where the document says them of itself: 本办法自2026年10月1日起施行，有效期5年. */
import { compact } from '../clean.ts';
import { type Line, type Place, placeOver } from './line.ts';
import { dateLine } from './written-date.ts';
import type { Effect } from '@gongkai/domain/particulars.ts';

const date =
  '[\\d〇○零一二三四五六七八九十]{4}年[\\d一二三四五六七八九十]{1,3}月[\\d一二三四五六七八九十廿卅]{1,3}日';
const kinds =
  '通知|办法|规定|意见|方案|细则|决定|公告|通告|规则|预案|计划|规划|规程|措施|政策|文件|制度|标准|指南|条例';
/** Itself at the beginning of a clause; others are named in 《…》. */
const itself = `(?:^|[。；，,、.）)])本(?:实施|暂行|管理|工作)?(?:${kinds})`;
const begins = new RegExp(`${itself}自(${date})起(?:正式)?(?:施行|实施|执行|生效)`);
const until = new RegExp(`${itself}[^。；《》]*?有效期(?:限)?(?:截?至|到)(${date})`);
const term = new RegExp(
  `${itself}[^。；《》]*?有效期(?:限)?(?:为|是)?([\\d一二三四五六七八九十]{1,3}年)(?!\\d{0,2}月)`,
);

/** Undefined where nothing is said, or two things that differ. */
export function findEffect(lines: readonly Line[]): Place<Effect> | undefined {
  const used = new Set<Line>();
  const only = (pattern: RegExp, read: (found: string) => string | undefined): string | undefined => {
    const found = lines.flatMap((line) => {
      const value = read(pattern.exec(compact(line.text))?.[1] ?? '');
      if (value !== undefined) used.add(line);
      return value ?? [];
    });
    return new Set(found).size === 1 ? found[0] : undefined;
  };
  const [effectiveDate, expiryDate] = [only(begins, dayOf), only(until, dayOf)];
  const years = only(term, (text) => (text === '' ? undefined : text));
  if (effectiveDate === undefined && expiryDate === undefined && years === undefined) return undefined;
  return placeOver(
    {
      ...(effectiveDate === undefined ? {} : { effectiveDate }),
      ...(expiryDate === undefined ? {} : { expiryDate }),
      ...(years === undefined ? {} : { term: years }),
    },
    [...used],
  );
}

const dayOf = (text: string): string | undefined => dateLine(text)?.date;
