/** Counting days: the day counted from is not counted (民法典 art. 201). */
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { addDays } from './local-date.ts';

/** The day on which the count reaches `n`, beginning the day after `from`; 0 is `from` itself. */
export function countTo(from: LocalDate, n: number, counts: (date: LocalDate) => boolean): LocalDate {
  let date = from;
  for (let counted = 0; counted < n;) {
    date = addDays(date, 1);
    if (counts(date)) counted += 1;
  }
  return date;
}

/** Every day after `from`, to `to` inclusive. */
export function* daysAfter(from: LocalDate, to: LocalDate): Generator<LocalDate> {
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) yield date;
}
