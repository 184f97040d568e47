/** The law counts local dates in Asia/Shanghai (UTC+8, no daylight saving since 1991), never UTC days. */
import type { LocalDate } from '@gongkai/domain/deadline.ts';

const eightHours = 8 * 3_600_000;

/** The local date of an instant: 2026-03-01T16:30Z is 2026-03-02 in the county. */
export const localDate = (instant: Date | string): LocalDate =>
  new Date(new Date(instant).getTime() + eightHours).toISOString().slice(0, 10);

/** The instant at which a local hour of a local date begins. */
export const instantOf = (date: LocalDate, hour = 0): Date =>
  new Date(Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000 - eightHours);

/** Calendar days later (or earlier), no working-day rule. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** `2026年3月2日`, as documents write it. */
export const chineseDate = (date: LocalDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** `YYYY-MM-DD HH:MM` in the county, the PubDate form of the government-site rules. */
export const localMinute = (instant: Date | string): string =>
  new Date(new Date(instant).getTime() + eightHours).toISOString().slice(0, 16).replace('T', ' ');

/** The same day some years on; 29 February becomes the 28th. */
export const addYears = (date: LocalDate, years: number): LocalDate => {
  const moved = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  // Date.parse rolls 29 February of a common year over to 1 March instead of refusing it.
  return addDays(moved, 0) === moved ? moved : moved.replace(/29$/, '28');
};

/** The same day of a later month, or that month's last day where it has no such day (民法典 art. 202). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = lastOfMonth(year, month + months);
  return last.slice(8) < date.slice(8) ? last : `${last.slice(0, 8)}${String(day).padStart(2, '0')}`;
}

/** Last day of a month; months below 1 and above 12 lie in other years. */
export const lastOfMonth = (year: number, month: number): LocalDate =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

const dayOfWeek = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** Saturday or Sunday, whatever a notice makes of it. */
export const isWeekend = (date: LocalDate): boolean => [0, 6].includes(dayOfWeek(date));

/** `周一` to `周日`. */
export const weekday = (date: LocalDate): string => `周${'日一二三四五六'.charAt(dayOfWeek(date))}`;
