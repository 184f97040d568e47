/**
 * Changes of the organisation: one conditional write of one department each, refused when the page was stale. Open
 * tasks of who is out are handed on with it.
 */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { InputRefused, StalePage } from '@gongkai/domain/errors.ts';
import { type Actor, append } from '@gongkai/domain/history.ts';
import type { Department, Person } from '@gongkai/domain/organisation.ts';
import type { Outcome } from '../../shared/handing-on.ts';
import { handOnAfter } from '../../shared/handing-on-after.ts';
import { departments, forgetOrganisation } from '../../shared/organisation.ts';
import { allDepartments } from '../../shared/organisation-file.ts';
import { organisationProblems } from '../../shared/organisation-rules.ts';
import type { PortalDeps } from '../env.ts';

type Needed = Pick<PortalDeps, 'table' | 'clock' | 'mail' | 'links' | 'settings'>;
type Fields = Omit<Department, 'version' | 'history' | 'people' | 'id'>;

export interface Change {
  actor: Actor;
  /** Kept in the history, e.g. `edit-person`. */
  action: string;
  /** What it was about, for the history; names and roles only. */
  reason?: string;
}

/** Throws {@link InputRefused} when the organisation would not hold together with `next` in it. */
async function holdsTogether(deps: Needed, next: Department): Promise<void> {
  const others = (await allDepartments(deps)).filter((d) => d.id !== next.id);
  const problems = organisationProblems([...others, next], localDate(deps.clock.now()));
  if (problems.length > 0) throw new InputRefused(`没有保存：${problems.join('；')}。`);
}

/**
 * Returns what became of open tasks. `version` is the one the page showed; throws {@link StalePage} when it is no
 * longer what is stored.
 */
export async function changeDepartment(
  deps: Needed,
  id: string,
  version: number,
  { actor, action, reason }: Change,
  change: (current: Department) => Department,
): Promise<Outcome> {
  const store = departments(deps.table);
  const apply = (current: Department): Department => {
    if (current.version !== version) throw new StalePage('这个部门刚刚被别人修改过，您的修改没有保存。');
    const facts = { at: deps.clock.now().toISOString(), actor, action, ...(reason && { reason }) };
    return { ...change(current), history: append(current.history, facts) };
  };
  const before = await store.need(id);
  await holdsTogether(deps, apply(before));
  await store.update(id, apply);
  return handOnAfter(deps, [before], actor);
}

/** Throws {@link InputRefused} when the id is taken. */
export async function addDepartment(
  deps: Needed,
  id: string,
  fields: Fields,
  { actor, action }: Change,
): Promise<void> {
  const history = append([], { at: deps.clock.now().toISOString(), actor, action });
  const department = { ...fields, id, people: [], version: 0, history };
  await holdsTogether(deps, department);
  const { created } = await departments(deps.table).createOnce(department);
  if (!created) throw new InputRefused(`没有保存：部门编号 ${id} 已有部门使用。`);
  forgetOrganisation(deps.table);
}

export const withFields =
  (fields: Fields) =>
  ({ id, people, version, history }: Department): Department => ({ ...fields, id, people, version, history });

/** In the place of the one with the same id. */
export const withPerson =
  (person: Person) =>
  (d: Department): Department => ({ ...d, people: d.people.map((p) => (p.id === person.id ? person : p)) });

/** One more; that nobody else has the id is looked at with the rest of the organisation. */
export const withNewPerson =
  (person: Person) =>
  (d: Department): Department => ({ ...d, people: [...d.people, person] });

export const withoutPerson =
  (personId: string) =>
  (d: Department): Department => ({ ...d, people: d.people.filter((p) => p.id !== personId) });
