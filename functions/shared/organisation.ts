/** The organisation as it stands today; read in one bounded query, kept for a few seconds. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { type DepartmentData, Organisation } from '@gongkai/domain/organisation.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { departments } from './stores.ts';

const keepForMs = 5_000;
const kept = new WeakMap<Table, { at: number; departments: DepartmentData[] }>();

export async function loadOrganisation({
  table,
  clock,
}: Pick<Deps, 'table' | 'clock'>): Promise<Organisation> {
  const today = localDate(clock.now());
  const known = kept.get(table);
  if (known && performance.now() - known.at < keepForMs) return new Organisation(known.departments, today);
  const all = await Array.fromAsync(departments(table).all('departments', 'county'));
  kept.set(table, { at: performance.now(), departments: all });
  return new Organisation(all, today);
}

/** After a change: this process reads anew. Others notice within {@link keepForMs}. */
export const forgetOrganisation = (table: Table): void => {
  kept.delete(table);
};
