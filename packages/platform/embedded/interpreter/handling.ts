/** Retry and Catch. */
import { type Failure, matches, StateFailed } from './failure.ts';
import type { State, StateOf } from './schema.ts';
import { leave, type Move, type Visit } from './visit.ts';

type Retrier = StateOf<'Task'>['Retry'][number];

/** What follows from a failed state: another try, a catcher's state, or the failure of the thread. */
export async function handle(state: State, visit: Visit, failure: Failure): Promise<Move> {
  if (!('Catch' in state)) return { kind: 'fail', ...failure };
  const again = retry(state.Retry, visit, failure);
  if (again) return again;
  const catcher = state.Catch.find((c) => matches(c.ErrorEquals, failure.error));
  if (!catcher) return { kind: 'fail', ...failure };
  const errorOutput = { Error: failure.error, Cause: failure.cause };
  try {
    return await leave(visit, catcher, catcher.Next, errorOutput, { errorOutput });
  } catch (error) {
    if (error instanceof StateFailed) return { kind: 'fail', ...error.failure };
    throw error;
  }
}

/** Only the first retrier that names the error counts; when it is used up, the catchers decide. */
function retry(retriers: readonly Retrier[], { frame, now }: Visit, { error }: Failure): Move | undefined {
  const n = retriers.findIndex((r) => matches(r.ErrorEquals, error));
  const retrier = retriers[n];
  const tries = frame.retries[n] ?? 0;
  if (!retrier || tries >= retrier.MaxAttempts) return undefined;
  const { IntervalSeconds, BackoffRate, MaxDelaySeconds = Infinity } = retrier;
  const delay = Math.min(IntervalSeconds * BackoffRate ** tries, MaxDelaySeconds, 31_622_400);
  const retries = retriers.map((_, i) => (frame.retries[i] ?? 0) + (i === n ? 1 : 0));
  return { kind: 'retry', due: now() + Math.round(delay * 1_000), retries };
}
