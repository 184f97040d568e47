import { StateFailed } from '../failure.ts';
import { branchScope } from '../machine.ts';
import type { StateOf } from '../schema.ts';
import { leave, type Move, type Visit } from '../visit.ts';

export async function parallel(state: StateOf<'Parallel'>, visit: Visit): Promise<Move> {
  if (visit.frame.phase === 'joined') return joined(state, visit);
  const { input, state: name } = visit.frame;
  const given = state.Arguments === undefined ? input : await visit.fill('Arguments', state.Arguments);
  const children = state.Branches.map((_, n) => ({ scope: branchScope(name, n), input: given }));
  return { kind: 'fork', children, atOnce: children.length };
}

/** The children ended: with the first failure among them, or with one output each. */
export async function joined(state: StateOf<'Parallel' | 'Map'>, visit: Visit): Promise<Move> {
  const { answer } = visit.frame;
  if (answer && 'error' in answer) throw new StateFailed(answer.error, answer.cause);
  const result = visit.outputs();
  return leave(visit, state, state.Next, result, { result });
}
