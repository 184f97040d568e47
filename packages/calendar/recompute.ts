/** A stored deadline under a newly loaded calendar. Closed cases keep the version they were judged by. */
import type { Deadline } from '@gongkai/domain/deadline.ts';
import type { Calendar } from './calendar.ts';

/** `finalised`: the date is as estimated and now certain. A date that moved is `earlier` or `later`, certain or not. */
export type Moved = 'earlier' | 'later' | 'same' | 'finalised';

export function recompute(calendar: Calendar, before: Deadline): { deadline: Deadline; moved: Moved } {
  const deadline = calendar.deadline(before.from, before.workingDays);
  return { deadline, moved: compare(before, deadline) };
}

function compare(before: Deadline, after: Deadline): Moved {
  if (after.date < before.date) return 'earlier';
  if (after.date > before.date) return 'later';
  return before.status === 'provisional' && after.status === 'final' ? 'finalised' : 'same';
}
