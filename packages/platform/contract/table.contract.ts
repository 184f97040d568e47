/** What every Table does, wherever it keeps its items. */
import { describe, expect, it } from 'vitest';
import type { IndexPlaces } from '@gongkai/domain/indexes.ts';
import { type Clock, ConditionFailed, type StoredItem, type Table, type TableQuery } from '../ports.ts';
import { testClock, times, unique } from './support.ts';

type MakeTable = (clock: Clock) => Table | Promise<Table>;
const index = 'documents-by-department';

export function tableContract(name: string, make: MakeTable): void {
  describe(`${name} as a Table`, () => {
    describe('items', () => {
      items(make);
    });
    describe('indexes', () => {
      indexes(make);
    });
    describe('time', () => {
      time(make);
    });
    describe('counters', () => {
      counters(make);
    });
  });
}

const item = (key: string, value: StoredItem['value'] = {}, places: IndexPlaces = {}) => ({
  key,
  value,
  places,
});

/** What a refused write was told. */
const refused = async (writing: Promise<void>): Promise<ConditionFailed> => {
  const error: unknown = await writing.catch((e: unknown) => e);
  expect(error).toBeInstanceOf(ConditionFailed);
  return error as ConditionFailed;
};

function items(make: MakeTable): void {
  it('returns what was put, Chinese text and nested values included', async () => {
    const table = await make(testClock());
    const key = `document#${unique()}`;
    const value = {
      title: '示范县人民政府关于“三农”工作的通知〔2026〕1号 𠮷',
      list: [1, 'two', null, [], {}, ''],
      deep: { yes: true, no: false, nothing: null, number: -12.5, big: 9_007_199_254_740_991 },
      empty: '',
    };
    const places = { departments: { partition: '县', sort: '0001#甲' } };
    await table.put(item(key, value, places), 0);
    expect(await table.get(key)).toEqual({ key, version: 1, value, places });
  });

  it('leaves out members that are undefined, as JSON does', async () => {
    const table = await make(testClock());
    const key = unique();
    await table.put(item(key, { a: undefined, b: { c: undefined, d: 1 } }), 0);
    expect((await table.get(key))?.value).toStrictEqual({ b: { d: 1 } });
  });

  it('knows nothing of a key that was never put, and forgets a deleted one', async () => {
    const table = await make(testClock());
    const key = unique();
    expect(await table.get(key)).toBeUndefined();
    await table.put(item(key, {}, { [index]: { partition: key, sort: 's' } }), 0);
    await table.delete(key);
    await table.delete(key);
    expect(await table.get(key)).toBeUndefined();
    expect(await table.query(index, { partition: key, limit: 5 })).toEqual({ items: [] });
  });

  it('creates only what does not exist, and shows the loser what does', async () => {
    const table = await make(testClock());
    const key = unique();
    await table.put(item(key, { by: 'first' }), 0);
    const { current } = await refused(table.put(item(key, { by: 'second' }), 0));
    expect(current).toEqual({ key, version: 1, value: { by: 'first' }, places: {} });
  });

  it('replaces only the version that was read', async () => {
    const table = await make(testClock());
    const key = unique();
    await table.put(item(key, { n: 1 }), 0);
    await table.put(item(key, { n: 2 }), 1);
    expect((await refused(table.put(item(key, { n: 3 }), 1))).current?.value).toEqual({ n: 2 });
    expect(await table.get(key)).toMatchObject({ version: 2, value: { n: 2 } });
  });

  it('tells a missing item from a changed one', async () => {
    const table = await make(testClock());
    expect((await refused(table.put(item(unique()), 3))).current).toBeUndefined();
  });

  it.each([0, 1])('lets one of ten writers over version %i win', async (expected) => {
    const table = await make(testClock());
    const key = unique();
    if (expected === 1) await table.put(item(key, { writer: -1 }), 0);
    const outcomes = await Promise.allSettled(
      times(10, (writer) => table.put(item(key, { writer }), expected)),
    );
    const winner = outcomes.findIndex((o) => o.status === 'fulfilled');
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
    const told = outcomes.flatMap((o) =>
      o.status === 'rejected' ? [(o.reason as ConditionFailed).current?.value] : [],
    );
    expect(told).toEqual(times(9, () => ({ writer: winner })));
    expect(await table.get(key)).toMatchObject({ version: expected + 1, value: { writer: winner } });
  });

  it('gets 250 keys in the order asked, without the missing, repeats included', async () => {
    const table = await make(testClock());
    const prefix = unique();
    await Promise.all(times(250, (i) => table.put(item(`${prefix}#${i}`, { i }), 0)));
    const order = times(250, (i) => (i * 97) % 250);
    const keys = [`${prefix}#missing`, ...order.map((i) => `${prefix}#${i}`), `${prefix}#7`];
    expect((await table.batchGet(keys)).map((found) => found.value['i'])).toEqual([...order, 7]);
    expect(await table.batchGet([])).toEqual([]);
  });
}

function indexes(make: MakeTable): void {
  const filled = async (sorts: readonly string[]) => {
    const table = await make(testClock());
    const partition = unique();
    await Promise.all(
      sorts.map((sort, i) =>
        table.put(item(`${partition}#${i}`, { sort }, { [index]: { partition, sort } }), 0),
      ),
    );
    const ask = async (query: Partial<TableQuery>) => {
      const page = await table.query(index, { partition, limit: 100, ...query });
      return page.items.map((found) => found.value['sort']);
    };
    return { table, partition, ask };
  };

  it('orders by sort key, bytewise, either way', async () => {
    const { ask } = await filled(['b', 'B', '甲', 'a#2', 'a', 'é', '￿', '𠮷', 'a#10']);
    const order = ['B', 'a', 'a#10', 'a#2', 'b', 'é', '甲', '￿', '𠮷'];
    expect(await ask({})).toEqual(order);
    expect(await ask({ descending: true })).toEqual(order.toReversed());
  });

  it('keeps to inclusive bounds, either way', async () => {
    const { ask } = await filled(['01', '02', '03', '04', '05']);
    expect(await ask({ from: '02', to: '04' })).toEqual(['02', '03', '04']);
    expect(await ask({ from: '02', to: '04', descending: true })).toEqual(['04', '03', '02']);
    expect(await ask({ from: '04' })).toEqual(['04', '05']);
    expect(await ask({ from: '', to: '02' })).toEqual(['01', '02']);
    expect(await ask({ to: '02' })).toEqual(['01', '02']);
    expect(await ask({ to: '02', descending: true, limit: 1 })).toEqual(['02']);
    expect(await ask({ from: '04', to: '02' })).toEqual([]);
    expect(await ask({ from: '03x', to: '03y' })).toEqual([]);
  });

  it.each([
    { name: 'upwards', descending: false },
    { name: 'downwards', descending: true },
  ])('pages $name without a gap or a repeat, within the bounds', async ({ descending }) => {
    const sorts = times(25, (i) => String(i).padStart(2, '0'));
    const { table, partition } = await filled(sorts);
    const seen: unknown[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await table.query(index, {
        partition,
        from: '03',
        to: '20',
        descending,
        limit: 6,
        ...(after === undefined ? {} : { after }),
      });
      expect(page.items.length).toBeLessThanOrEqual(6);
      seen.push(...page.items.map((found) => found.value['sort']));
      after = page.next;
      pages++;
    } while (after !== undefined);
    const expected = sorts.slice(3, 21);
    expect(seen).toEqual(descending ? expected.toReversed() : expected);
    expect(pages).toBe(3);
  });

  it('pages through items that share a sort key', async () => {
    const { table, partition } = await filled(times(7, () => 'same'));
    const first = await table.query(index, { partition, limit: 4 });
    const second = await table.query(index, { partition, limit: 4, after: first.next! });
    expect(new Set([...first.items, ...second.items].map((found) => found.key)).size).toBe(7);
    expect(second.next).toBeUndefined();
  });

  it('refuses a page address it did not write', async () => {
    const { table, partition } = await filled(['1']);
    await expect(table.query(index, { partition, limit: 1, after: '不是' })).rejects.toMatchObject({
      name: 'InputRefused',
    });
  });

  it('moves an item to its new places and takes it out of those it left', async () => {
    const table = await make(testClock());
    const [key, here, there] = [unique(), unique(), unique()];
    const find = async (name: 'documents-by-state' | typeof index, partition: string) =>
      (await table.query(name, { partition, limit: 5 })).items.map((found) => found.version);
    await table.put(
      item(
        key,
        {},
        { [index]: { partition: here, sort: '1' }, 'documents-by-state': { partition: here, sort: '1' } },
      ),
      0,
    );
    expect([await find(index, here), await find('documents-by-state', here)]).toEqual([[1], [1]]);
    await table.put(item(key, {}, { [index]: { partition: there, sort: '1' } }), 1);
    expect([await find(index, here), await find(index, there)]).toEqual([[], [2]]);
    expect(await find('documents-by-state', here)).toEqual([]);
    await table.put(item(key, {}, {}), 2);
    expect(await find(index, there)).toEqual([]);
    expect((await table.get(key))?.places).toEqual({});
  });

  it('shows the newest version even when its place did not change', async () => {
    const { table, partition, ask } = await filled(['1']);
    await table.put(item(`${partition}#0`, { sort: 'changed' }, { [index]: { partition, sort: '1' } }), 1);
    expect(await ask({})).toEqual(['changed']);
  });
}

function time(make: MakeTable): void {
  const minute = 60_000;
  const expiring = async () => {
    const clock = testClock();
    const table = await make(clock);
    const key = unique();
    const write = (value: StoredItem['value'], expected: number) =>
      table.put(item(key, value, { [index]: { partition: key, sort: '1' } }), expected, {
        expiresAt: new Date(clock.now().getTime() + minute),
      });
    await write({ n: 1 }, 0);
    return { clock, table, key, write };
  };

  it('hides an item from every read once its time is over', async () => {
    const { clock, table, key } = await expiring();
    clock.ahead(minute - 2_000);
    expect(await table.get(key)).toMatchObject({ value: { n: 1 } });
    clock.ahead(4_000);
    expect(await table.get(key)).toBeUndefined();
    expect(await table.batchGet([key])).toEqual([]);
    expect((await table.query(index, { partition: key, limit: 5 })).items).toEqual([]);
  });

  it('lets the key of an expired item be used anew, and no old version of it be replaced', async () => {
    const { clock, table, key, write } = await expiring();
    clock.ahead(2 * minute);
    expect((await refused(write({ n: 2 }, 1))).current).toBeUndefined();
    await write({ n: 3 }, 0);
    expect(await table.get(key)).toMatchObject({ version: 1, value: { n: 3 } });
  });

  it('keeps an item for good when it is put again without an end', async () => {
    const { clock, table, key } = await expiring();
    await table.put(item(key, { n: 2 }), 1);
    clock.ahead(100 * minute);
    expect(await table.get(key)).toMatchObject({ value: { n: 2 } });
  });
}

function counters(make: MakeTable): void {
  it('starts at 0 and adds what it is told, in a key space of its own', async () => {
    const table = await make(testClock());
    const counter = unique();
    expect(await table.counter(counter)).toBe(0);
    expect(await table.increment(counter)).toBe(1);
    expect(await table.increment(counter, 5)).toBe(6);
    expect(await table.increment(counter, 0)).toBe(6);
    expect(await table.counter(counter)).toBe(6);
    expect(await table.get(counter)).toBeUndefined();
  });

  it('gives each of a hundred concurrent callers a number of its own', async () => {
    const table = await make(testClock());
    const counter = `编号 ${unique()}`;
    const numbers = await Promise.all(times(100, () => table.increment(counter)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(times(100, (i) => i + 1));
  });
}
