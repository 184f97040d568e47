/** Who may do what about the catalogue: a department its own part, the county office all of it. */
import { NotAllowed } from '@gongkai/domain/errors.ts';
import { type Membership, officeId } from '@gongkai/domain/organisation.ts';

export const isOffice = ({ person, department }: Membership): boolean =>
  department.id === officeId && person.roles.includes('office-editor');

export const maySee = (me: Membership, department: string): boolean =>
  isOffice(me) || me.department.id === department || me.person.roles.includes('administrator');

/** Clerks and heads fill in; the office does not write what it judges. */
export const mayEdit = ({ person, department }: Membership, of: string): boolean =>
  department.id === of && person.roles.some((r) => r === 'clerk' || r === 'department-head');

/** What goes to the office bears the head's name. */
export const mayFile = (me: Membership, of: string): boolean =>
  mayEdit(me, of) && me.person.roles.includes('department-head');

/** Whoever filed it does not approve it. */
export const mayJudge = (me: Membership, filedBy: string | undefined): boolean =>
  isOffice(me) && me.person.id !== filedBy;

export function need(allowed: boolean, message: string): void {
  if (!allowed) throw new NotAllowed(message);
}
