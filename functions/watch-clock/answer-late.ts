/** Decisions that were stored when the process died before the workflow was told, and questions that were withdrawn. */
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { answerDecided } from '../shared/decide.ts';
import { tasks } from '../shared/stores.ts';

export async function answerLate(deps: DepsWithoutFiles): Promise<void> {
  const { items } = await tasks(deps.table).query('tasks-to-answer', { partition: 'decided', limit: 100 });
  for (const task of items) await answerDecided(deps, task);
}
