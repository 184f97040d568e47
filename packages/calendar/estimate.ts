/** A guess for days of a year that is not announced: Monday to Friday without the days the law itself frees. */
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { isWeekend } from './local-date.ts';

/** 全国年节及纪念日放假办法 (2024) art. 2: 元旦, 劳动节, 国庆节. */
const everyYear = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/**
 * The same article's days by the moon and the sun: 春节, 清明, 端午, 中秋. Written out, because Node's Chinese
 * calendar has the new year of 2027 a day late.
 */
const movable = new Set([
  '2027-02-05',
  '2027-02-06',
  '2027-02-07',
  '2027-02-08',
  '2027-04-05',
  '2027-06-09',
  '2027-09-15',
]);

/** No notice can make such a day a working day. */
export const isFreeByLaw = (date: LocalDate): boolean => everyYear.has(date.slice(5)) || movable.has(date);

export const probablyWorking = (date: LocalDate): boolean => !isWeekend(date) && !isFreeByLaw(date);
