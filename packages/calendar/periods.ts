/** Legal periods that are not counted in working days. Each is a {@link Deadline}, so a new calendar can count it anew. */
import type { Period } from '@gongkai/domain/catalogue-limit.ts';
import type { Deadline, LocalDate } from '@gongkai/domain/deadline.ts';
import type { Calendar } from './calendar.ts';
import { addDays, addMonths, addYears } from './local-date.ts';

/** A day that was set as such (每年1月31日前): it moves for no holiday. */
export const onDate = (calendar: Calendar, date: LocalDate): Deadline => calendar.deadline(date, 0);

/**
 * The day counted from is not counted; a last day that is no working day moves to the next one (民法典 arts 201,
 * 203). Hours are rounded up to days: what is stored is a date.
 */
export function afterPeriod(calendar: Calendar, from: LocalDate, { count, unit }: Period): Deadline {
  if (unit === 'working-day') return calendar.deadline(from, count);
  // One working day after the eve: the day itself, or the first working day behind it.
  return calendar.deadline(addDays(lastDay(from, count, unit), -1), 1);
}

function lastDay(from: LocalDate, count: number, unit: Exclude<Period['unit'], 'working-day'>): LocalDate {
  if (unit === 'month') return addMonths(from, count);
  if (unit === 'year') return addYears(from, count);
  return addDays(from, unit === 'hour' ? Math.ceil(count / 24) : count);
}
