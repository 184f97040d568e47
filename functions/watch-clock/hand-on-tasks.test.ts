import type { Department } from '@gongkai/domain/organisation.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { expect, it } from 'vitest';
import { settle } from '../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { departments } from '../shared/organisation.ts';
import { tasks } from '../shared/stores.ts';
import { handOnTasks } from './hand-on-tasks.ts';

const endsOn =
  (id: string, validUntil: string) =>
  (d: Department): Department => ({
    ...d,
    people: d.people.map((p) => (p.id === id ? { ...p, validUntil } : p)),
  });
const asked = async (deps: MemoryDeps, id: string) =>
  (await tasks(deps.table).need(id)).links.map((l) => l.person);

it('hands on what waits for somebody the day after their last, and not before', async () => {
  const deps = memoryDeps('2026-03-02T01:00:00Z');
  const { task } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
  await departments(deps.table).update('civil-affairs', endsOn('secrecy', '2026-03-03'));
  await handOnTasks(deps);
  deps.setNow('2026-03-03T15:59:00Z');
  await handOnTasks(deps);
  expect(await asked(deps, task.id)).toEqual(['secrecy']);
  deps.setNow('2026-03-03T16:01:00Z');
  await handOnTasks(deps);
  expect(await asked(deps, task.id)).toEqual(['editor', 'editor-two']);
  expect((await tasks(deps.table).need(task.id)).history.at(-1)?.reason).toBe(
    '赵保密不再办理，转由钱审核、孙审核办理',
  );
  expect(deps.mails).toHaveLength(2);
});

it('looks at no task while the people are the same', async () => {
  const deps = memoryDeps();
  await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
  await handOnTasks(deps);
  const asked: string[] = [];
  const table: Table = {
    ...deps.table,
    query: (index, q) => (asked.push(index), deps.table.query(index, q)),
  };
  await handOnTasks({ ...deps, table });
  expect(asked).toEqual(['departments']);
});

it('goes on where it stopped when there is more than one sweep can look at', async () => {
  const deps = memoryDeps();
  const { task } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
  for (let n = 2; n <= 1_101; n++)
    await tasks(deps.table).createOnce({ ...task, version: 0, id: `d1-1-secrecy-review-${n}` });
  await departments(deps.table).update('civil-affairs', endsOn('secrecy', '2026-03-01'));
  const left = async () => {
    const { items } = await tasks(deps.table).query('tasks-by-assignee', {
      partition: 'civil-affairs#secrecy-officer',
      limit: 2_000,
    });
    return items.length;
  };
  await handOnTasks(deps);
  expect(await left()).toBe(101);
  await handOnTasks(deps);
  expect(await left()).toBe(0);
});
