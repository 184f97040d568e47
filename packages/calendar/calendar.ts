/** Working days of announced years, with corrections and local holidays as data. */
import { type Deadline, type LocalDate, localDateSchema } from '@gongkai/domain/deadline.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { countTo } from './count.ts';
import type { CalendarData } from './data.ts';
import { createDays } from './days.ts';
import { probablyWorking } from './estimate.ts';
import { explain } from './explain.ts';

export { type CalendarData, calendarDataSchema } from './data.ts';

export interface Calendar {
  /** Changes whenever any day's answer may have changed. */
  version: string;
  /** Years whose holiday notice is known. */
  years: ReadonlySet<number>;
  /** Undefined: the year is not announced, nobody knows. */
  isWorkingDay(date: LocalDate): boolean | undefined;
  /**
   * The day of receipt is not counted (民法典 art. 201). Provisional, with an estimated date, as soon as the count
   * reaches a year that is not announced. Throws {@link InputRefused} for a date or number that cannot be counted.
   */
  deadline(from: LocalDate, workingDays: number): Deadline;
  /** How a deadline was derived, one line a step, for people. */
  explain(deadline: Deadline): string[];
}

/** From data that passed {@link calendarDataSchema}. */
export function createCalendar(source: CalendarData): Calendar {
  const days = createDays(source);
  const isWorkingDay = (date: LocalDate): boolean | undefined => days.day(date)?.working;
  const calendar: Calendar = {
    version: days.version,
    years: days.years,
    isWorkingDay,
    deadline(from, workingDays) {
      refuseUncountable(from, workingDays);
      let status: Deadline['status'] = 'final';
      const date = countTo(from, workingDays, (day) => {
        const known = isWorkingDay(day);
        if (known === undefined) status = 'provisional';
        return known ?? days.decided(day)?.working ?? probablyWorking(day);
      });
      return { date, status, calendarVersion: days.version, from, workingDays };
    },
    explain(deadline) {
      const now = calendar.deadline(deadline.from, deadline.workingDays);
      return explain({ days, recorded: deadline, now, earliest: earliestPossible(calendar, now) });
    },
  };
  return calendar;
}

/**
 * The day to warn for: a provisional deadline may fall earlier than its estimate, because a swap can make weekend
 * days working days, so every day of a year that is not announced counts. A final deadline is its own date.
 */
export const earliestPossible = (
  calendar: Pick<Calendar, 'isWorkingDay'>,
  { status, date, from, workingDays }: Deadline,
): LocalDate =>
  status === 'final' ? date : countTo(from, workingDays, (day) => calendar.isWorkingDay(day) ?? true);

/** About forty years: far beyond any legal limit, and counted in milliseconds. */
const mostWorkingDays = 10_000;

function refuseUncountable(from: LocalDate, workingDays: number): void {
  if (!localDateSchema.safeParse(from).success || from < '1949-10-01' || from >= '9900')
    throw new InputRefused('起算日期不正确：请写成 2026-03-02 这样的日期。');
  if (!Number.isInteger(workingDays) || workingDays < 0 || workingDays > mostWorkingDays)
    throw new InputRefused(`工作日数应为 0 至 ${mostWorkingDays} 的整数。`);
}
