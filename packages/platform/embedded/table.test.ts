import { describe, expect, it } from 'vitest';
import { tableContract } from '../contract/table.contract.ts';
import { testClock, times } from '../contract/support.ts';
import { openDatabase } from './database.ts';
import { createSqliteTable } from './table.ts';

tableContract('SQLite', (clock) => createSqliteTable(openDatabase(':memory:'), clock));

describe('the SQLite table', () => {
  const index = 'tasks-by-assignee';
  const setUp = () => {
    const clock = testClock();
    const db = openDatabase(':memory:');
    return { clock, db, table: createSqliteTable(db, clock) };
  };

  it('forgets expired items and their places when told to, a bounded number at once', async () => {
    const { clock, db, table } = setUp();
    const expiresAt = new Date(clock.now().getTime() + 1_000);
    const places = { [index]: { partition: 'p', sort: 's' } };
    for (const i of times(5, (i) => i))
      await table.put({ key: `k${i}`, value: {}, places }, 0, { expiresAt });
    await table.put({ key: 'stays', value: {}, places }, 0);
    expect(table.purgeExpired()).toBe(0);
    clock.ahead(1_000);
    expect([table.purgeExpired(3), table.purgeExpired(3), table.purgeExpired(3)]).toEqual([3, 2, 0]);
    const count = (name: string) =>
      (db.prepare(`SELECT count(*) AS n FROM ${name}`).get() as { n: number }).n;
    expect([count('items'), count('places')]).toEqual([1, 1]);
  });
});
