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

type OrganisationDeps = Pick<Deps, 'table' | 'clock'>;

export const loadOrganisation = async (deps: OrganisationDeps): Promise<Organisation> =>
  (await load(deps)).organisation;

async function load({ table, clock }: OrganisationDeps): Promise<Kept> {
  const day = localDate(clock.now());
  const known = kept.get(table);
  const fresh = known !== undefined && performance.now() - known.at < keepForMs;
  if (fresh && known.day === day) return known;
  const all = fresh
    ? known.departments
    : await Array.fromAsync(departments(table).all('departments', 'county'));
  const organisation = new Organisation(all, day);
  const next = { at: fresh ? known.at : performance.now(), departments: all, day, organisation };
  kept.set(table, next);
  return next;
}

/** After a change: this process reads anew. Others notice within {@link keepForMs}. */
export const forgetOrganisation = (table: Table): void => {
  kept.delete(table);
};

/** As it stands at this moment. */
export const freshOrganisation = (deps: OrganisationDeps): Promise<Organisation> => {
  forgetOrganisation(deps.table);
  return loadOrganisation(deps);
};

/**
 * These departments as they stand at this moment, the others as of a few seconds ago: for what must not be decided by
 * somebody who has just left. To read the hundred departments of a county for that would cost more than the decision.
 */
export async function organisationWithFresh(
  deps: OrganisationDeps,
  ids: readonly string[],
): Promise<Organisation> {
  const wanted = [...new Set(ids)];
  const [known, now] = await Promise.all([load(deps), departments(deps.table).getMany(wanted)]);
  return new Organisation([...known.departments.filter((d) => !wanted.includes(d.id)), ...now], known.day);
}
