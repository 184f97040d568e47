/** Tasks nobody needs to do any more. The clock-watcher tells the workflow, as it does for decisions. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { append, system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { tasks } from './stores.ts';

export async function cancelOpenTasks(
  { table, clock }: Pick<Deps, 'table' | 'clock'>,
  document: Pick<GovDocument, 'id' | 'revision'>,
): Promise<void> {
  const store = tasks(table);
  const at = clock.now().toISOString();
  const page = await store.query('tasks-by-subject', { partition: document.id, descending: true, limit: 50 });
  // Those of a version that came meanwhile are its own.
  for (const task of page.items.filter((t) => t.state === 'open' && t.revision <= document.revision))
    await store.update(task.id, (t) =>
      t.state === 'open'
        ? {
            ...t,
            state: 'cancelled',
            closedAt: at,
            history: append(t.history, { at, actor: system, action: 'cancelled' }),
          }
        : t,
    );
}
