/** Working days of announced years, with corrections and local holidays as data. */
import type { Deadline, LocalDate } from '@gongkai/domain/deadline.ts';

export interface Calendar {
  /** Changes whenever any day's answer may have changed. */
  version: string;
  /** Years whose holiday notice is known. */
  years: ReadonlySet<number>;
  /** Undefined: the year is not announced, nobody knows. */
  isWorkingDay(date: LocalDate): boolean | undefined;
  /** The day of receipt is not counted (民法典 art. 201). */
  deadline(from: LocalDate, workingDays: number): Deadline;
  /** How a deadline was derived, one line a step, for people. */
  explain(deadline: Deadline): string[];
}
