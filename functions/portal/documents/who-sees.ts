/** Who may look at a document that is not public (yet): its department, the county office, and who reviews it. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { type Membership, type Organisation, overseers } from '@gongkai/domain/organisation.ts';
import type { Task } from '@gongkai/domain/task.ts';
import { mayDecide } from '../../shared/who-may.ts';

export const oversees = ({ person }: Membership): boolean =>
  overseers.some((role) => person.roles.includes(role));

/** `related` are the document's tasks, or the one that is looked at. */
export const maySee = (
  document: GovDocument,
  related: readonly Task[],
  me: Membership,
  organisation: Organisation,
): boolean =>
  me.department.id === document.department ||
  oversees(me) ||
  related.some(
    (task) =>
      task.decision?.actor.id === me.person.id ||
      (task.state === 'open' && mayDecide(task, document, me, organisation).allowed),
  );
