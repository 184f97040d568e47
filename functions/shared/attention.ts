/** When the clock-watcher looks at a task again: reminders, then escalation, then once a working week. */
import { addDays, instantOf, localDate } from '@gongkai/calendar/local-date.ts';
import { type Calendar, earliestPossible } from '@gongkai/calendar/calendar.ts';
import { isFreeByLaw } from '@gongkai/calendar/estimate.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import type { Task } from '@gongkai/domain/task.ts';

type Times = Settings['reviewTimes']['clerk'];
/** People read mail at nine. */
const hour = 9;
const workingWeek = 5;

/** On the earliest day it can be: a year not announced may bring make-up days, but none on New Year's Day. */
function after(calendar: Calendar, from: Date | string, workingDays: number): string {
  let day = earliestPossible(calendar, calendar.deadline(localDate(from), workingDays));
  while (calendar.isWorkingDay(day) === undefined && isFreeByLaw(day)) day = addDays(day, 1);
  return instantOf(day, hour).toISOString();
}

export const firstAttention = (calendar: Calendar, times: Times, openedAt: Date | string): string =>
  after(calendar, openedAt, times.remindAfter[0] ?? times.escalateAfter);

/** What is to be done now, and when to look again. */
export function nextAttention(
  calendar: Calendar,
  times: Times,
  task: Pick<Task, 'createdAt' | 'remindersSent' | 'escalated'>,
  now: Date,
): { act: 'remind' | 'escalate'; attentionAt: string } {
  const escalateAt = after(calendar, task.createdAt, times.escalateAfter);
  if (!task.escalated && now.toISOString() >= escalateAt)
    return { act: 'escalate', attentionAt: after(calendar, now, workingWeek) };
  const following = times.remindAfter[task.remindersSent + 1];
  const next = following === undefined ? escalateAt : after(calendar, task.createdAt, following);
  return {
    act: 'remind',
    attentionAt: next > now.toISOString() ? next : after(calendar, now, workingWeek),
  };
}
