/** Counts within a window of time, one expiring item per thing counted and window. */
import type { Kind } from '@gongkai/domain/indexes.ts';
import { hashOf } from '@gongkai/platform/links.ts';
import { createStore } from '@gongkai/platform/store.ts';
import * as z from 'zod';
import type { Deps } from '@gongkai/platform/deps.ts';

const throttleSchema = z.object({ id: z.string(), version: z.int(), count: z.int(), expiresAt: z.string() });
const throttleKind: Kind<z.infer<typeof throttleSchema>> = {
  name: 'throttle',
  parse: (value) => throttleSchema.parse(value),
  places: () => ({}),
};

/** Counts one more `what` and tells whether there are now more than `limit` in this window of `minutes`. */
export async function tooMany(
  deps: Pick<Deps, 'table' | 'clock'>,
  what: string,
  { limit, minutes }: { limit: number; minutes: number },
): Promise<boolean> {
  const window = minutes * 60_000;
  const start = Math.floor(deps.clock.now().getTime() / window) * window;
  const store = createStore(deps.table, throttleKind, { expiresAt: (t) => new Date(t.expiresAt) });
  const expiresAt = new Date(start + 2 * window).toISOString();
  const id = hashOf(`${what}#${start}`);
  await store.createOnce({ id, version: 0, count: 0, expiresAt });
  const { count } = await store.update(id, (t) => (t.count > limit ? t : { ...t, count: t.count + 1 }));
  return count > limit;
}
