import type { State } from '../schema.ts';
import type { Move, Visit } from '../visit.ts';
import { choice } from './choice.ts';
import { fail } from './fail.ts';
import { map } from './map.ts';
import { parallel } from './parallel.ts';
import { pass, succeed } from './pass.ts';
import { task } from './task.ts';
import { wait } from './wait.ts';

/** Runs a state from where its frame stands. Throws StateFailed. */
export function runState(state: State, visit: Visit): Promise<Move> {
  switch (state.Type) {
    case 'Pass':
      return pass(state, visit);
    case 'Task':
      return task(state, visit);
    case 'Choice':
      return choice(state, visit);
    case 'Wait':
      return wait(state, visit);
    case 'Succeed':
      return succeed(state, visit);
    case 'Fail':
      return fail(state, visit);
    case 'Parallel':
      return parallel(state, visit);
    case 'Map':
      return map(state, visit);
  }
}
