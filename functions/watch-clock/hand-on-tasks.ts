/**
 * Whose time is over since yesterday, and whatever a change of the organisation left undone. Nothing is looked at
 * while the people and their roles are those of the last sweep, unless a task failed then: it begins anew.
 */
import { createHash } from 'node:crypto';
import { system } from '@gongkai/domain/history.ts';
import type { Organisation } from '@gongkai/domain/organisation.ts';
import { handingOnSweep } from '@gongkai/domain/sweep.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { handOn } from '../shared/handing-on.ts';
import { peopleOf } from '../shared/handing-on-after.ts';
import { freshOrganisation } from '../shared/organisation.ts';
import { allDepartments } from '../shared/organisation-file.ts';
import { sweeps, tasks } from '../shared/stores.ts';

/** One sweep's share; the next goes on. */
const perSweep = 1_000;
const pageSize = 100;

export async function handOnTasks(deps: DepsWithoutFiles): Promise<void> {
  const organisation = await freshOrganisation(deps);
  // A place that was just set up stays empty.
  if (organisation.people().length === 0) return;
  const fingerprint = fingerprintOf(organisation);
  const [known, reached, again] = ((await sweeps(deps.table).get(handingOnSweep))?.upTo ?? '').split(' ');
  if (known === fingerprint && reached === undefined) return;
  const change = { organisation, by: system, people: peopleOf(await allDepartments(deps)) };
  let after = known === fingerprint ? reached : undefined;
  let failed = known === fingerprint && again !== undefined;
  let failure: { error: unknown } | undefined;
  for (let looked = 0; looked < perSweep; looked += pageSize) {
    const page = await openTasks(deps.table, after);
    await handOn(deps, page.items, change).catch((error: unknown) => {
      failed = true;
      failure ??= { error };
    });
    after = page.next;
    if (after === undefined) break;
  }
  const done = failed ? '' : fingerprint;
  await noteReached(
    deps.table,
    after === undefined ? done : `${fingerprint} ${after}${failed ? ' again' : ''}`,
  );
  if (failure) throw failure.error;
}

const openTasks = (table: Table, after: string | undefined) =>
  tasks(table).query('tasks-by-attention', {
    partition: 'open',
    limit: pageSize,
    ...(after === undefined ? {} : { after }),
  });

/** Of who may do what today. */
const fingerprintOf = (organisation: Organisation): string => {
  const people = organisation.people();
  const facts = people.map(({ person, department }) => [
    person.id,
    department.id,
    person.roles,
    person.deputy ?? null,
  ]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
};

async function noteReached(table: Table, upTo: string): Promise<void> {
  const { created } = await sweeps(table).createOnce({ kind: 'sweep', id: handingOnSweep, version: 0, upTo });
  if (!created) await sweeps(table).update(handingOnSweep, (s) => (s.upTo === upTo ? s : { ...s, upTo }));
}
