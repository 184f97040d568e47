import { StateFailed } from '../failure.ts';
import type { Visit } from '../visit.ts';

/** A literal or an expression that says how many (seconds, items). Throws StateFailed. */
export async function countOf(visit: Visit, field: string, value: number | string): Promise<number> {
  const filled = await visit.fill(field, value);
  if (typeof filled === 'number' && Number.isInteger(filled) && filled >= 0 && filled <= 99_999_999)
    return filled;
  throw new StateFailed('States.QueryEvaluationError', `${field} must be a whole number from 0 to 99999999`);
}
