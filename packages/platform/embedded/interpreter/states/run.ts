import type { State, StateOf } from '../schema.ts';
import type { Move, Visit } from '../visit.ts';
import { choice } from './choice.ts';
import { fail } from './fail.ts';
import { map } from './map.ts';
import { parallel } from './parallel.ts';
import { pass, succeed } from './pass.ts';
import { task } from './task.ts';
import { wait } from './wait.ts';

type Behaviours = { [T in State['Type']]: (state: StateOf<T>, visit: Visit) => Promise<Move> };

const behaviours: Behaviours = {
  Pass: pass,
  Task: task,
  Choice: choice,
  Wait: wait,
  Succeed: succeed,
  Fail: fail,
  Parallel: parallel,
  Map: map,
};

/** Runs a state from where its frame stands. Throws StateFailed. */
export const runState = (state: State, visit: Visit): Promise<Move> =>
  (behaviours[state.Type] as (state: State, visit: Visit) => Promise<Move>)(state, visit);
