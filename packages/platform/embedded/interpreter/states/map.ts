import { StateFailed } from '../failure.ts';
import { branchScope } from '../machine.ts';
import type { StateOf } from '../schema.ts';
import { leave, type Move, type Visit } from '../visit.ts';
import { countOf } from './count.ts';
import { joined } from './parallel.ts';

export async function map(state: StateOf<'Map'>, visit: Visit): Promise<Move> {
  if (visit.frame.phase === 'joined') return joined(state, visit);
  const items = state.Items === undefined ? visit.frame.input : await visit.fill('Items', state.Items);
  if (!Array.isArray(items)) throw new StateFailed('States.QueryEvaluationError', 'Items must be an array');
  if (items.length === 0) return leave(visit, state, state.Next, [], { result: [] });

  const scope = branchScope(visit.frame.state, 0);
  const atOnce = await countOf(visit, 'MaxConcurrency', state.MaxConcurrency ?? 0);
  const children = [];
  for (const [Index, Value] of (items as unknown[]).entries()) {
    const item = { Index, Value };
    const input =
      state.ItemSelector === undefined
        ? Value
        : await visit.forItem(item).fill('ItemSelector', state.ItemSelector);
    children.push({ scope, input, item });
  }
  return { kind: 'fork', children, atOnce: atOnce === 0 ? children.length : atOnce };
}
