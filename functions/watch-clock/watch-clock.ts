/**
 * The clock-watcher: every quarter of an hour it does what time has made due. Each part is a bounded query on a
 * due index, and each may run twice.
 */
import type { Deps } from '@gongkai/platform/deps.ts';
import { settleParts } from '../shared/catalogue-settle.ts';
import { openFilingTasks } from '../shared/catalogue-tasks.ts';
import { eachToItsEnd } from '../shared/each-to-its-end.ts';
import { settleProfiles } from '../shared/profile-tasks.ts';
import { answerLate } from './answer-late.ts';
import { askForCalendar } from './ask-for-calendar.ts';
import { openReassessments } from './open-reassessments.ts';
import { endPostings } from './end-postings.ts';
import { handOnTasks } from './hand-on-tasks.ts';
import { recomputeDeadlines } from './recompute-deadlines.ts';
import { remindOfGaps } from './remind-of-gaps.ts';
import { remindAndEscalate } from './remind-and-escalate.ts';

const parts: ((deps: Deps) => Promise<unknown>)[] = [
  recomputeDeadlines,
  answerLate,
  handOnTasks,
  remindAndEscalate,
  openReassessments,
  endPostings,
  settleParts,
  openFilingTasks,
  settleProfiles,
  remindOfGaps,
  askForCalendar,
];

export const createWatchClock = (deps: Deps) => (): Promise<void> =>
  eachToItsEnd(parts, (part) => part(deps));
