/** A filing has months: its reminders count back from the last day, and the office hears of it when that day is over. */
import type { Calendar } from '@gongkai/calendar/calendar.ts';
import { addDays, instantOf } from '@gongkai/calendar/local-date.ts';
import { addWorkingDays } from '@gongkai/calendar/working-days.ts';
import type { Task } from '@gongkai/domain/task.ts';
import type { nextAttention } from './attention.ts';

/** Working days before the last day. */
const remindBefore = [10, 3];
/** After that, once in a week. */
const everyDays = 7;
const hour = 9;

type Filing = Pick<Task, 'due' | 'escalated'>;

/** Where a year is not announced yet, calendar days do. */
const reminders = (calendar: Calendar, { due }: Filing): string[] =>
  remindBefore.map((days) => at(addWorkingDays(calendar, due.date, -days) ?? addDays(due.date, -days)));
const overAt = ({ due }: Filing): string => at(addDays(due.date, 1));
const at = (date: string): string => instantOf(date, hour).toISOString();

/** The first instant after `now` at which to look at it. */
export function filingAttention(calendar: Calendar, filing: Filing, now: Date): string {
  const later = [...reminders(calendar, filing), overAt(filing)].find(
    (instant) => instant > now.toISOString(),
  );
  return later ?? new Date(now.getTime() + everyDays * 86_400_000).toISOString();
}

export const nextFilingAttention = (
  calendar: Calendar,
  filing: Filing,
  now: Date,
): ReturnType<typeof nextAttention> => ({
  act: !filing.escalated && now.toISOString() >= overAt(filing) ? 'escalate' : 'remind',
  attentionAt: filingAttention(calendar, filing, now),
});
