/**
 * Tasks nobody needs to do any more. `awaited`: the workflow still waits for them; the clock-watcher tells it as it
 * does for decisions.
 */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { append, system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { tasks } from './stores.ts';

export async function cancelOpenTasks(
  { table, clock }: Pick<Deps, 'table' | 'clock'>,
  document: Pick<GovDocument, 'id'>,
  { awaited = false }: { awaited?: boolean } = {},
): Promise<void> {
  const store = tasks(table);
  const page = await store.query('tasks-by-subject', { partition: document.id, descending: true, limit: 50 });
  for (const task of page.items.filter((t) => t.state === 'open'))
    await store.update(task.id, (t) =>
      t.state === 'open'
        ? {
            ...t,
            state: 'cancelled',
            unanswered: awaited,
            history: append(t.history, { at: clock.now().toISOString(), actor: system, action: 'cancelled' }),
          }
        : t,
    );
}
