/** By when a document under an item must be public: the row's own limit, else the law's 20 working days. */
import { afterPeriod, onDate } from '@gongkai/calendar/periods.ts';
import type { Calendar } from '@gongkai/calendar/calendar.ts';
import { lastOfMonth } from '@gongkai/calendar/local-date.ts';
import { type Due, type Limit, statutoryWorkingDays } from '@gongkai/domain/catalogue-limit.ts';
import type { Deadline, LocalDate } from '@gongkai/domain/deadline.ts';

/** `written`: 成文日期, the day the information was formed. 条例 art. 26 counts from there, not from the upload. */
export function publishBy(calendar: Calendar, written: LocalDate, limit: Limit | undefined): Deadline {
  const due = limit?.due;
  if (due?.kind === 'within') return afterPeriod(calendar, written, due);
  if (due?.kind === 'yearly') return onDate(calendar, nextYearly(due, written));
  return calendar.deadline(written, statutoryWorkingDays);
}

/** The first such day that is not before `from`. */
export function nextYearly(due: Extract<Due, { kind: 'yearly' }>, from: LocalDate): LocalDate {
  const year = Number(from.slice(0, 4));
  const inYear = dayOfYear(due, year);
  return inYear >= from ? inYear : dayOfYear(due, year + 1);
}

/** 29 February falls on the month's last day in common years. */
function dayOfYear({ month, day }: Extract<Due, { kind: 'yearly' }>, year: number): LocalDate {
  const last = lastOfMonth(year, month);
  return day === 'last' || day > Number(last.slice(8))
    ? last
    : `${last.slice(0, 8)}${String(day).padStart(2, '0')}`;
}
