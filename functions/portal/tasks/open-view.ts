/** Opens a task for who has something to do with it. */
import { NotAllowed } from '@gongkai/domain/errors.ts';
import type { Membership } from '@gongkai/domain/organisation.ts';
import { findSameNumber } from '../documents/same-number.tsx';
import { maySee } from '../documents/who-sees.ts';
import type { PortalContext, PortalDeps } from '../env.ts';
import { signedIn } from '../session.ts';
import { loadTaskView, tasksOf, type TaskView } from './task-view.ts';

/** Throws NotFound, and {@link NotAllowed} for who has nothing to do with the document. */
export async function openView(
  deps: PortalDeps,
  c: PortalContext,
  taskId: string,
): Promise<{ view: TaskView; me: Membership }> {
  const me = signedIn(c);
  const view = await loadTaskView(deps, taskId);
  const organisation = c.get('organisation');
  const sees =
    maySee(view.document, [view.task], me, organisation) ||
    maySee(view.document, await tasksOf(deps, view.document.id), me, organisation);
  if (!sees) throw new NotAllowed('这项任务属于其他单位，您不能查看。');
  const { document, task } = view;
  const corrected = task.decision?.corrections?.documentNumber;
  const number = corrected === undefined ? document.metadata?.documentNumber : corrected;
  const sameNumber = await findSameNumber(deps, document, number, { me, organisation });
  return { view: { ...view, sameNumber }, me };
}
