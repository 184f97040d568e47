/** The organisation as it stands today; read in one bounded query, kept for a few seconds. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { type DepartmentData, departmentKind, Organisation } from '@gongkai/domain/organisation.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { createStore } from '@gongkai/platform/store.ts';

export const departments = (table: Table) => createStore(table, departmentKind);

const keepForMs = 5_000;
interface Kept {
  at: number;
  departments: DepartmentData[];
  day: string;
  organisation: Organisation;
}
const kept = new WeakMap<Table, Kept>();

export async function loadOrganisation({
  table,
  clock,
}: Pick<Deps, 'table' | 'clock'>): Promise<Organisation> {
  const day = localDate(clock.now());
  const known = kept.get(table);
  const fresh = known !== undefined && performance.now() - known.at < keepForMs;
  if (fresh && known.day === day) return known.organisation;
  const all = fresh
    ? known.departments
    : await Array.fromAsync(departments(table).all('departments', 'county'));
  const organisation = new Organisation(all, day);
  kept.set(table, { at: fresh ? known.at : performance.now(), departments: all, day, organisation });
  return organisation;
}

/** After a change: this process reads anew. Others notice within {@link keepForMs}. */
export const forgetOrganisation = (table: Table): void => {
  kept.delete(table);
};

/** As it stands at this moment, for what must not be decided by somebody who has just left. */
export const freshOrganisation = (deps: Pick<Deps, 'table' | 'clock'>): Promise<Organisation> => {
  forgetOrganisation(deps.table);
  return loadOrganisation(deps);
};
