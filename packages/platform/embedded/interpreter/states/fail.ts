import { StateFailed } from '../failure.ts';
import type { StateOf } from '../schema.ts';
import type { Move, Visit } from '../visit.ts';

export async function fail(state: StateOf<'Fail'>, visit: Visit): Promise<Move> {
  const text = async (field: 'Error' | 'Cause'): Promise<string> => {
    const value = await visit.fill(field, state[field] ?? '');
    if (typeof value === 'string') return value;
    throw new StateFailed('States.QueryEvaluationError', `${field} must be a string`);
  };
  return { kind: 'fail', error: await text('Error'), cause: await text('Cause') };
}
