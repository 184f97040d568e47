/** One step of a frame: run its state, let Retry and Catch have their say, store the move. */
import type { Clock } from '../../ports.ts';
import type { Calls } from './calls.ts';
import type { Definitions } from './definitions.ts';
import type { Executions } from './executions.ts';
import { StateFailed } from './failure.ts';
import type { Frame, Frames } from './frames.ts';
import { handle } from './handling.ts';
import { checkSize } from './payload.ts';
import type { State } from './schema.ts';
import { runState } from './states/run.ts';
import type { Store } from './store.ts';
import { createVisit, type Move, type Visit } from './visit.ts';

interface StepDeps {
  clock: Clock;
  calls: Calls;
  frames: Frames;
  executions: Executions;
  definitions: Definitions;
  store: Store;
}

/** Returns the frame to go on with at once, or nothing when there is none. */
export function createStep({ clock, calls, frames, executions, definitions, store }: StepDeps) {
  const dueNow = (frame: Frame | undefined): Frame | undefined =>
    frame && frame.due !== null && frame.due <= clock.now().getTime() ? frame : undefined;

  return async (frame: Frame): Promise<Frame | undefined> => {
    const execution = executions.get(frame.execution);
    const machine = definitions.get(execution.definition);
    const visit = createVisit({ clock, calls }, execution, frame, () => frames.outputs(frame.id));
    const move = await decide(machine.state(frame.state), visit);
    // What is stored decides: the frame may have been overtaken, or woken while this step ended.
    return dueNow(store(machine, execution, frame, move) ?? frames.load(frame.id));
  };
}

async function decide(state: State, visit: Visit): Promise<Move> {
  try {
    return checked(await runState(state, visit));
  } catch (error) {
    if (!(error instanceof StateFailed)) throw error;
    return afterFailure(state, visit, error);
  }
}

async function afterFailure(state: State, visit: Visit, { failure }: StateFailed): Promise<Move> {
  try {
    return checked(await handle(state, visit, failure));
  } catch (error) {
    if (!(error instanceof StateFailed)) throw error;
    return { kind: 'fail', ...error.failure };
  }
}

function checked(move: Move): Move {
  if (move.kind === 'leave') checkSize(JSON.stringify(move.output));
  return move;
}
