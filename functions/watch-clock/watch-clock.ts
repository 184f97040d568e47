/**
 * The clock-watcher: every quarter of an hour it does what time has made due. Each part is a bounded query on a
 * due index, and each may run twice.
 */
import type { Deps } from '@gongkai/platform/deps.ts';
import { settleParts } from '../shared/catalogue-settle.ts';
import { openFilingTasks } from '../shared/catalogue-tasks.ts';
import { settleProfiles } from '../shared/profile-tasks.ts';
import { answerLate } from './answer-late.ts';
import { askForCalendar } from './ask-for-calendar.ts';
import { openReassessments } from './open-reassessments.ts';
import { endPostings } from './end-postings.ts';
import { handOnTasks } from './hand-on-tasks.ts';
import { recomputeDeadlines } from './recompute-deadlines.ts';
import { remindOfGaps } from './remind-of-gaps.ts';
import { remindAndEscalate } from './remind-and-escalate.ts';

export const createWatchClock = (deps: Deps) => async (): Promise<void> => {
  await recomputeDeadlines(deps);
  await answerLate(deps);
  await handOnTasks(deps);
  await remindAndEscalate(deps);
  await openReassessments(deps);
  await endPostings(deps);
  await settleParts(deps);
  await openFilingTasks(deps);
  await settleProfiles(deps);
  await remindOfGaps(deps);
  await askForCalendar(deps);
};
