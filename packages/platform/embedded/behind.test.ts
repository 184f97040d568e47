import { expect, it } from 'vitest';
import { createBehind } from './behind.ts';
import { openDatabase } from './database.ts';

const setUp = (db = openDatabase(':memory:')) => {
  const done: string[] = [];
  const settled: string[] = [];
  const failures: unknown[] = [];
  const trouble: { error?: Error; gate?: Promise<void> } = {};
  const behind = createBehind({
    db,
    work: async (job) => {
      await trouble.gate;
      if (trouble.error) throw trouble.error;
      done.push(job);
    },
    onDone: (job) => settled.push(job),
    onFailure: (error) => failures.push(error),
  });
  return { db, behind, done, settled, failures, trouble };
};

it('does once what was asked for many times, soon and by itself', async () => {
  const { behind, done } = setUp();
  for (let i = 0; i < 20; i++) await behind.ask(['list', 'feed']);
  expect(done).toEqual([]);
  while (done.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  await behind.flush();
  expect(done.toSorted()).toEqual(['feed', 'list']);
});

it('does at once what somebody wants to see, and not again', async () => {
  const { behind, done } = setUp();
  await behind.ask(['list', 'feed']);
  await Promise.all([behind.now('list'), behind.now('list'), behind.now('nothing asked')]);
  await behind.flush();
  expect(done).toEqual(['list', 'feed']);
});

it('does again what was asked for while it was being done', async () => {
  const { behind, done, settled, trouble } = setUp();
  await behind.ask(['list']);
  const { promise, resolve } = Promise.withResolvers<void>();
  trouble.gate = promise;
  const flushed = behind.flush();
  await behind.ask(['list']);
  resolve();
  await flushed;
  expect(done).toEqual(['list', 'list']);
  expect(settled).toEqual(['list']);
});

it('keeps what failed and what an earlier process left', async () => {
  const { db, behind, failures, trouble } = setUp();
  trouble.error = new Error('disk full');
  await behind.ask(['list']);
  await expect(behind.flush()).rejects.toThrow('disk full');
  while (failures.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const later = setUp(db);
  await later.behind.flush();
  expect(later.done).toEqual(['list']);
});
