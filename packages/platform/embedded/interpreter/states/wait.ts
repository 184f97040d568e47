import * as z from 'zod';
import { StateFailed } from '../failure.ts';
import type { StateOf } from '../schema.ts';
import { leave, type Move, type Visit } from '../visit.ts';
import { countOf } from './count.ts';

export async function wait(state: StateOf<'Wait'>, visit: Visit): Promise<Move> {
  if (visit.frame.phase === 'enter') {
    const due = await dueAt(state, visit);
    if (due > visit.now()) return { kind: 'wait', due };
  }
  return leave(visit, state, state.Next, visit.frame.input);
}

async function dueAt(state: StateOf<'Wait'>, visit: Visit): Promise<number> {
  if (state.Seconds !== undefined)
    return visit.now() + (await countOf(visit, 'Seconds', state.Seconds)) * 1_000;
  const at = z.iso.datetime({ offset: true }).safeParse(await visit.fill('Timestamp', state.Timestamp));
  if (!at.success)
    throw new StateFailed('States.QueryEvaluationError', 'Timestamp must be an RFC 3339 instant');
  return Date.parse(at.data);
}
