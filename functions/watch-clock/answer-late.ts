/**
 * Decisions that were stored when the process died before the workflow was told, and questions that were withdrawn.
 * Whether a workflow has heard is written nowhere: each is told once more, and a closed token says that it had.
 */
import { answersSweep } from '@gongkai/domain/sweep.ts';
import { closingOrder } from '@gongkai/domain/task.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { answerDecided } from '../shared/decide.ts';
import { sweeps, tasks } from '../shared/stores.ts';

const atOnce = 1_000;
/** Whoever closes a task has written it by then: no function runs as long. */
const settlesWithinMs = 300_000;

/** Tells all it can, and throws what the first that could not be told threw: the next sweep begins there. */
export async function answerLate(deps: DepsWithoutFiles): Promise<void> {
  const begun = (await sweeps(deps.table).get(answersSweep))?.upTo ?? '';
  const settled = new Date(deps.clock.now().getTime() - settlesWithinMs).toISOString();
  let upTo = begun;
  let failure: { error: unknown } | undefined;
  let looked = 0;
  for await (const task of tasks(deps.table).all('tasks-by-closing', 'closed', begun)) {
    try {
      await answerDecided(deps, task);
    } catch (error) {
      failure ??= { error };
    }
    if (!failure && task.closedAt! < settled) upTo = closingOrder(task);
    if (++looked === atOnce) break;
  }
  if (upTo > begun) await goOnFrom(deps, upTo);
  if (failure) throw failure.error;
}

async function goOnFrom({ table }: Pick<DepsWithoutFiles, 'table'>, upTo: string): Promise<void> {
  const { created } = await sweeps(table).createOnce({ kind: 'sweep', id: answersSweep, version: 0, upTo });
  if (!created) await sweeps(table).update(answersSweep, (s) => (upTo > s.upTo ? { ...s, upTo } : s));
}
