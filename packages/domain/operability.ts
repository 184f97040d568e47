/** What is measured of a running place, by the names it has in metrics, alarms, the dashboard and `gongkai status`. */
import type { TaskKind } from './task.ts';

export const metricNamespace = 'gongkai';
export const metricNames = {
  /** By kind, in seconds. */
  oldestWaitingTask: 'OldestWaitingTask',
  tasksOpen: 'TasksOpen',
  tasksOverdue: 'TasksOverdue',
  /** Decided, but the workflow has not been told for a quarter of an hour. */
  tasksUnanswered: 'TasksUnanswered',
  /** Seconds since the newest publication, while the feed does not begin with it. */
  feedBehind: 'FeedBehind',
  mailsFailed: 'MailsFailed',
} as const;

/** Three working days, their escalation and a week's grace span at most this over the longest holidays. */
const review = 21;

/** Days after which a task of this kind has been forgotten rather than left for tomorrow. */
export const forgottenAfterDays: Record<TaskKind, number> = {
  'confirm-attribute': review,
  'secrecy-review': review,
  'publication-review': review,
  'approve-redaction': review,
  interpret: review,
  'review-interpretation': review,
  // Twenty working days to answer; around the Spring Festival these are forty days.
  reassess: 50,
  recheck: review,
  // Three months to file, a month of grace; a filed part is a review like the others.
  'file-catalogue': 122,
  'review-catalogue': review,
  'confirm-profile': review,
};

/** A quarter of an hour is one round of the clock-watcher, which tells the workflow what it was not told. */
export const feedBehindSeconds = 900;
