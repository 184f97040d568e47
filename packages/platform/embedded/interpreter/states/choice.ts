import { StateFailed } from '../failure.ts';
import type { StateOf } from '../schema.ts';
import { leave, type Move, type Visit } from '../visit.ts';

export async function choice(state: StateOf<'Choice'>, visit: Visit): Promise<Move> {
  const { input } = visit.frame;
  for (const [n, rule] of state.Choices.entries()) {
    const met = await visit.fill(`Condition ${n}`, rule.Condition);
    if (typeof met !== 'boolean')
      throw new StateFailed('States.QueryEvaluationError', `${rule.Condition} must be true or false`);
    if (met) return leave(visit, rule, rule.Next, input);
  }
  if (state.Default === undefined)
    throw new StateFailed('States.NoChoiceMatched', `no rule of '${visit.frame.state}' matches`);
  return leave(visit, state, state.Default, input);
}
