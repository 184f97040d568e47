import { beforeEach, expect, it } from 'vitest';
import { settle, taskItem } from '../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { documents, tasks } from '../shared/stores.ts';
import { createReturnDocument } from './return-document.ts';

let deps: MemoryDeps;
beforeEach(() => {
  deps = memoryDeps();
});
const step = { documentId: 'd1', revision: 1, decided: null, reason: '附件缺页' };

it('gives the document back, takes its open tasks away, and tells the clerk once however often it runs', async () => {
  const { task } = await settle(deps, 'secrecy-review');
  for (let i = 0; i < 2; i++) await createReturnDocument(deps)(step);
  expect(await documents(deps.table).need('d1')).toMatchObject({ state: 'returned' });
  expect(await tasks(deps.table).need(task.id)).toMatchObject({ state: 'cancelled' });
  expect(new Set(deps.mails.map((m) => m.id)).size).toBe(1);
});

it('run again after the next version has come, leaves that alone', async () => {
  const { task } = await settle(deps, 'secrecy-review', {
    document: { revision: 2 },
    task: { revision: 2, id: 'd1-2-secrecy-review-1' },
  });
  const before = await documents(deps.table).need('d1');
  await createReturnDocument(deps)(step);
  expect(await documents(deps.table).need('d1')).toEqual(before);
  expect(await tasks(deps.table).need(task.id)).toMatchObject({ state: 'open' });
  expect(deps.mails).toEqual([]);
});

it('takes away no task of a version that came while it ran', async () => {
  await settle(deps, 'secrecy-review', { document: { state: 'returned' } });
  const later = taskItem('confirm-attribute', { id: 'd1-2-confirm-attribute-1', revision: 2 });
  await tasks(deps.table).createOnce(later);
  await createReturnDocument(deps)(step);
  expect(await tasks(deps.table).need(later.id)).toMatchObject({ state: 'open' });
});
