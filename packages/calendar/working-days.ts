/** Plain arithmetic on known working days; for a legal limit use `calendar.deadline`. */
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import type { Calendar } from './calendar.ts';
import { daysAfter } from './count.ts';
import { addDays } from './local-date.ts';

type Known = Pick<Calendar, 'isWorkingDay'>;

/** The n-th working day after the date, or before it for a negative n; undefined when a day on the way is unknown. */
export function addWorkingDays(calendar: Known, date: LocalDate, n: number): LocalDate | undefined {
  const step = Math.sign(n);
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    const working = calendar.isWorkingDay(day);
    if (working === undefined) return undefined;
    if (working) left -= 1;
  }
  return day;
}

/**
 * Working days after `from`, up to `to` inclusive; negative when `to` lies before `from`; undefined when one of the
 * days is unknown.
 */
export function workingDaysBetween(calendar: Known, from: LocalDate, to: LocalDate): number | undefined {
  if (to < from) {
    const back = workingDaysBetween(calendar, to, from);
    return back === undefined ? undefined : 0 - back;
  }
  let count = 0;
  for (const date of daysAfter(from, to)) {
    const working = calendar.isWorkingDay(date);
    if (working === undefined) return undefined;
    if (working) count += 1;
  }
  return count;
}
