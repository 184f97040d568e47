/** The earliest instant at which a sweep will find something to do: lets a moved clock stop where it matters. */
import { addDays, instantOf } from '@gongkai/calendar/local-date.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { documents, tasks } from '../shared/stores.ts';

export async function nextDue({ table }: Pick<Deps, 'table'>): Promise<Date | undefined> {
  const [task, registered, posted] = await Promise.all([
    tasks(table).query('tasks-by-attention', { partition: 'open', limit: 1 }),
    documents(table).query('withheld-by-review', { partition: 'registered', limit: 1 }),
    documents(table).query('posted-by-end', { partition: 'posted', limit: 1 }),
  ]);
  const instants = [
    ...task.items.map((t) => new Date(t.attentionAt)),
    ...registered.items.map((d) => instantOf(d.reviewDate!)),
    ...posted.items.map((d) => instantOf(addDays(d.declared.posting!.until, 1))),
  ];
  return instants.sort((a, b) => a.getTime() - b.getTime())[0];
}
