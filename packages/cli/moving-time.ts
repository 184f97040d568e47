/** Trial mode: a year in a minute. The clock stops wherever something becomes due, and what is due is done. */
import { nextDue } from '@gongkai/functions/watch-clock/next-due.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { MovableClock } from '@gongkai/platform/embedded/clock.ts';
import type { EmbeddedWorkflow } from '@gongkai/platform/embedded/interpreter/workflow.ts';
import type { Clock } from '@gongkai/platform/ports.ts';

/** The clock-watcher's rhythm. */
const quarterHour = 900_000;

export function createMovingTime(place: {
  clock: Clock;
  /** Undefined where time cannot be moved. */
  movable: MovableClock | undefined;
  deps: Pick<Deps, 'table'>;
  workflow: Pick<EmbeddedWorkflow, 'nextDueAt'>;
  /** What is under way comes to its end. */
  settle: () => Promise<void>;
  /** All that is done again and again, and what follows from it. */
  sweep: () => Promise<void>;
}) {
  const { clock, movable, deps, workflow, settle, sweep } = place;
  /** To the next instant at which something is due, but not beyond `target`; then everything due is done. */
  const advanceOnce = async (target: Date): Promise<void> => {
    if (!movable) throw new Error('the clock of a real place cannot be moved');
    const now = clock.now().getTime();
    const due = earliest([workflow.nextDueAt(), await nextDue(deps), target]).getTime();
    // What is overdue was seen by the sweep already: time goes on all the same.
    const to = due > now ? due : Math.min(target.getTime(), now + quarterHour);
    movable.moveTo(new Date(to));
    await sweep();
  };
  return {
    advanceOnce,
    /** Stops wherever something becomes due. */
    async advanceTo(target: Date): Promise<void> {
      await settle();
      while (clock.now() < target) await advanceOnce(target);
    },
  };
}

const earliest = (instants: readonly (Date | undefined)[]): Date =>
  new Date(Math.min(...instants.flatMap((i) => i?.getTime() ?? [])));
