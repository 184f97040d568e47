/** Typed items over a Table: parsed when read back, placed in indexes when written, changed by pure functions. */
import type { IndexName, Kind } from '@gongkai/domain/indexes.ts';
import { NotFound } from '@gongkai/domain/errors.ts';
import { ConditionFailed, type Page, type StoredItem, type Table, type TableQuery } from './ports.ts';

const maxTries = 8;

export interface Store<T> {
  get(id: string): Promise<T | undefined>;
  /** Throws {@link NotFound}. */
  need(id: string): Promise<T>;
  getMany(ids: readonly string[]): Promise<T[]>;
  /** Writes it if nothing has its id; returns what is stored and whether this call put it there. */
  createOnce(value: T): Promise<{ value: T; created: boolean }>;
  /**
   * Reads, applies `change`, writes under the condition that nobody wrote in between; on a race it reads anew.
   * `change` is pure; it throws to refuse, and returns the same object to leave things as they are.
   */
  update(id: string, change: (current: T) => T): Promise<T>;
  query(index: IndexName, query: TableQuery): Promise<Page<T>>;
  /**
   * Every item of an index partition in order, beginning with `from`, read page by page. Not for request paths of
   * unbounded lists.
   */
  all(index: IndexName, partition: string, from?: string): AsyncIterable<T>;
  delete(id: string): Promise<void>;
}

const pageSize = 200;

/** A table may hand out a value again that it was given or has handed out before: it was parsed already. */
const parsed = new WeakMap<StoredItem['value'], unknown>();

export function createStore<T extends { id: string; version: number }>(
  table: Table,
  kind: Kind<T>,
  options: { expiresAt?: (value: T) => Date } = {},
): Store<T> {
  const keyOf = (id: string): string => `${kind.name}#${id}`;
  const read = (item: StoredItem): T => {
    const known = parsed.get(item.value) as T | undefined;
    if (known?.version === item.version) return known;
    const value = kind.parse({ ...item.value, version: item.version });
    parsed.set(item.value, value);
    return value;
  };
  const write = async (value: T, expected: number): Promise<T> => {
    const { version: _, ...rest } = value;
    await table.put(
      { key: keyOf(value.id), value: rest, places: kind.places(value) },
      expected,
      options.expiresAt && { expiresAt: options.expiresAt(value) },
    );
    const written = { ...value, version: expected + 1 };
    parsed.set(rest, written);
    return written;
  };

  const store: Store<T> = {
    async get(id) {
      const item = await table.get(keyOf(id));
      return item && read(item);
    },
    async need(id) {
      const value = await store.get(id);
      if (!value) throw new NotFound(`${kind.name} ${id} 不存在`);
      return value;
    },
    async getMany(ids) {
      return (await table.batchGet(ids.map(keyOf))).map(read);
    },
    async createOnce(value) {
      try {
        return { value: await write(value, 0), created: true };
      } catch (error) {
        if (!(error instanceof ConditionFailed) || !error.current) throw error;
        return { value: read(error.current), created: false };
      }
    },
    async update(id, change) {
      let current = await store.need(id);
      for (let tries = 1; ; tries++) {
        const next = change(current);
        if (next === current) return current;
        try {
          return await write(next, current.version);
        } catch (error) {
          if (!(error instanceof ConditionFailed) || tries === maxTries) throw error;
          if (!error.current) throw new NotFound(`${kind.name} ${id} 不存在`);
          current = read(error.current);
        }
      }
    },
    async query(index, query) {
      const page = await table.query(index, query);
      return { ...page, items: page.items.filter((i) => i.key.startsWith(`${kind.name}#`)).map(read) };
    },
    async *all(index, partition, from) {
      let after: string | undefined;
      do {
        const page = await store.query(index, {
          partition,
          limit: pageSize,
          ...(from === undefined ? {} : { from }),
          ...(after === undefined ? {} : { after }),
        });
        yield* page.items;
        after = page.next;
      } while (after !== undefined);
    },
    async delete(id) {
      await table.delete(keyOf(id));
    },
  };
  return store;
}
