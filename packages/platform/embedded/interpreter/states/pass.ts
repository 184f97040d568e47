import type { StateOf } from '../schema.ts';
import { leave, type Move, type Visit } from '../visit.ts';

export const pass = (state: StateOf<'Pass'>, visit: Visit): Promise<Move> =>
  leave(visit, state, state.Next, visit.frame.input);

export const succeed = (state: StateOf<'Succeed'>, visit: Visit): Promise<Move> =>
  leave(visit, state, undefined, visit.frame.input);
