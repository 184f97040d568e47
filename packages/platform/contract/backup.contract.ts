/** What every Backup does, wherever the items lie. Each test has a place of its own: a dump is of all there is. */
import { describe, expect, it } from 'vitest';
import type { Backup, Clock, KeptItem, Mail, MailMessage, Page, Table } from '../ports.ts';
import { testClock, times } from './support.ts';

export interface BackupUnderTest {
  table: Table;
  backup: Backup;
  mail: Mail;
  /** Ids of the mails that went out so far, after everything due was tried. */
  delivered: () => Promise<string[]>;
}

const index = 'documents-by-department';
const message = (id: string): MailMessage => ({ id, to: 'a@county.example', subject: '待办', text: '正文' });

/** Every page, with at most `limit` on each. */
async function all<T>(ask: (options: { limit: number; after?: string }) => Promise<Page<T>>, limit = 3) {
  const found: T[] = [];
  let after: string | undefined;
  do {
    const page = await ask({ limit, ...(after === undefined ? {} : { after }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}
const keys = (kept: readonly { kind: string; item?: { key: string } }[]): string[] =>
  kept.flatMap((one) => one.item?.key ?? []).sort();

export function backupContract(name: string, make: (clock: Clock) => Promise<BackupUnderTest>): void {
  const setUp = async () => {
    const clock = testClock();
    return { clock, ...(await make(clock)) };
  };
  const put = (table: Table, key: string, sort: string, expected = 0) =>
    table.put(
      { key, value: { 标题: key, n: expected }, places: { [index]: { partition: '民政局', sort } } },
      expected,
    );

  describe(`${name} as a Backup`, () => {
    it('dumps every item once on pages of any size, as it is', async () => {
      const { table, backup } = await setUp();
      await Promise.all(times(10, (i) => put(table, `document#${i}`, String(i))));
      await put(table, 'document#4', 'moved', 1);
      for (const limit of [1, 3, 10, 100]) {
        const dumped = await all((o) => backup.dump(o), limit);
        expect(keys(dumped)).toEqual(times(10, (i) => `document#${i}`));
        expect(dumped).toContainEqual({
          kind: 'item',
          item: {
            key: 'document#4',
            version: 2,
            value: { 标题: 'document#4', n: 1 },
            places: { [index]: { partition: '民政局', sort: 'moved' } },
          },
        });
      }
    });

    it('leaves out what expires', async () => {
      const { clock, table, backup } = await setUp();
      const expiresAt = new Date(clock.now().getTime() + 3_600_000);
      await table.put({ key: 'session#1', value: {}, places: {} }, 0, { expiresAt });
      await put(table, 'document#1', '1');
      expect(keys(await all((o) => backup.dump(o)))).toEqual(['document#1']);
    });

    it('loads what another place dumped: found by key and in its places, changed from the version it had', async () => {
      const [from, to] = [await setUp(), await setUp()];
      await put(from.table, 'document#1', '1');
      await put(from.table, 'document#1', '2', 1);
      const dumped = (await all((o) => from.backup.dump(o))) as KeptItem[];
      await to.backup.load(dumped);
      expect(await to.table.get('document#1')).toEqual(await from.table.get('document#1'));
      expect((await to.table.query(index, { partition: '民政局', limit: 5 })).items).toEqual(
        dumped.map(({ item }) => item),
      );
      await put(to.table, 'document#1', '3', 2);
      expect(await to.table.get('document#1')).toMatchObject({ version: 3 });
    });

    it('leaves what is there already as it is, however often it loads', async () => {
      const { table, backup } = await setUp();
      const kept: KeptItem = { kind: 'item', item: { key: 'k', version: 7, value: { n: 7 }, places: {} } };
      await backup.load([kept]);
      await table.put({ key: 'k', value: { n: 8 }, places: {} }, 7);
      await backup.load([kept]);
      expect(await table.get('k')).toMatchObject({ version: 8, value: { n: 8 } });
    });

    it('dumps counters, and raises but never lowers them', async () => {
      const { table, backup } = await setUp();
      await Promise.all(times(7, (i) => table.increment(`编号#${i}`, i + 1)));
      const dumped = await all((o) => backup.counters(o));
      expect(dumped.toSorted((a, b) => a.value - b.value)).toEqual(
        times(7, (i) => ({ name: `编号#${i}`, value: i + 1 })),
      );
      expect(await all((o) => backup.dump(o))).toEqual([]);
      await backup.loadCounters([
        { name: '编号#0', value: 9 },
        { name: '编号#6', value: 2 },
        { name: '新', value: 3 },
      ]);
      expect([await table.counter('编号#0'), await table.counter('编号#6')]).toEqual([9, 7]);
      expect(await table.increment('新')).toBe(4);
    });

    it('knows which mails went out, so that another place does not send them again', async () => {
      const [from, to] = [await setUp(), await setUp()];
      await from.mail.send(message('m1'));
      expect(await from.delivered()).toEqual(['m1']);
      const dumped = await all((o) => from.backup.dump(o));
      expect(dumped).toEqual([{ kind: 'sent-mail', id: 'm1' }]);
      await to.backup.load([{ kind: 'sent-mail', id: 'm1' }]);
      await to.mail.send(message('m1'));
      await to.mail.send(message('m2'));
      expect(await to.delivered()).toEqual(['m2']);
    });
  });
}
