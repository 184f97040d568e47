/** A newly loaded calendar: every open deadline is counted anew, and owners hear when theirs moved earlier. */
import * as z from 'zod';
import { recompute } from '@gongkai/calendar/recompute.ts';
import type { Deadline } from '@gongkai/domain/deadline.ts';
import { append, system } from '@gongkai/domain/history.ts';
import type { Kind } from '@gongkai/domain/indexes.ts';
import type { Task } from '@gongkai/domain/task.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { createStore } from '@gongkai/platform/store.ts';
import { eachToItsEnd } from '../shared/each-to-its-end.ts';
import { deadlineMovedMail } from '../shared/mails.ts';
import { loadOrganisation } from '../shared/organisation.ts';
import { tasks } from '../shared/stores.ts';

const usedSchema = z.object({ id: z.string(), version: z.int(), calendarVersion: z.string() });
type Used = z.infer<typeof usedSchema>;
const usedKind: Kind<Used> = { name: 'calendar', parse: (v) => usedSchema.parse(v), places: () => ({}) };

export async function recomputeDeadlines(deps: DepsWithoutFiles): Promise<void> {
  const calendar = await deps.calendar();
  const store = createStore(deps.table, usedKind);
  const { value: used, created } = await store.createOnce({
    id: 'used',
    version: 0,
    calendarVersion: calendar.version,
  });
  if (created || used.calendarVersion === calendar.version) return;
  for await (const task of tasks(deps.table).all('tasks-by-attention', 'open'))
    await recomputeOne(deps, task);
  await store.update('used', (u) => ({ ...u, calendarVersion: calendar.version }));
}

async function recomputeOne(deps: DepsWithoutFiles, before: Task): Promise<void> {
  const { deadline, moved } = recompute(await deps.calendar(), before.due);
  // Mail before noting: a repeat finds the old deadline again and sends the same mail id.
  if (moved === 'earlier') await tellOwners(deps, { ...before, due: deadline }, before.due);
  await tasks(deps.table).update(before.id, (t) =>
    t.state === 'open' && t.due.calendarVersion !== deadline.calendarVersion
      ? {
          ...t,
          due: deadline,
          history: append(t.history, {
            at: deps.clock.now().toISOString(),
            actor: system,
            action: 'due-recomputed',
            from: before.due.date,
            to: deadline.date,
          }),
        }
      : t,
  );
}

async function tellOwners(deps: DepsWithoutFiles, task: Task, before: Deadline): Promise<void> {
  const organisation = await loadOrganisation(deps);
  await eachToItsEnd(task.links, async ({ person: id }) => {
    const person = organisation.person(id)?.person;
    if (person) await deps.mail.send(deadlineMovedMail(deps.settings, task, person, before));
  });
}
