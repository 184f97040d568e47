/** Tasks: the list, one task, its decision, its delegation, and the mailed links. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { InputRefused, StalePage } from '@gongkai/domain/errors.ts';
import type { Membership } from '@gongkai/domain/organisation.ts';
import { Hono } from 'hono';
import { decideTask } from '../../shared/decide.ts';
import { delegateTask, resendLinks } from '../../shared/delegating.ts';
import { mayDecide } from '../../shared/who-may.ts';
import { base } from '../base.ts';
import { readBody } from '../body.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { requireSession, signedIn } from '../session.ts';
import { DecidedPage, StaleTaskPage } from './decided-page.tsx';
import { decisionFrom, type Values, valuesOf } from './decision-data.ts';
import { fileRoutes } from './file-routes.ts';
import { HandingOver } from './handing-over.tsx';
import { mailedLinkRoutes } from './mailed-link.tsx';
import { myTasks } from './my-tasks.ts';
import { openView } from './open-view.ts';
import { TaskListPage } from './task-list.tsx';
import { TaskPage } from './task-page.tsx';
import type { TaskView } from './task-view.ts';

export function taskRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.route('/', mailedLinkRoutes(deps));
  app.use(`${base}/tasks`, requireSession);
  app.use(`${base}/tasks/*`, requireSession);
  app.route('/', fileRoutes(deps));
  const today = (): string => localDate(deps.clock.now());

  app.get(`${base}/tasks`, async (c) => {
    const { items, more } = await myTasks(deps, signedIn(c), c.get('organisation'));
    return c.html(<TaskListPage c={c} items={items} more={more} today={today()} />);
  });

  app.get(`${base}/tasks/:id`, async (c) => {
    const { view, me } = await openView(deps, c, c.req.param('id'));
    return c.html(page(c, view, me, today()));
  });

  app.get(`${base}/tasks/:id/decision`, async (c) => {
    const { view, me } = await openView(deps, c, c.req.param('id'));
    if (view.task.state === 'open') return c.redirect(`${base}/tasks/${view.task.id}`, 303);
    const mine = view.task.decision?.actor.id === me.person.id;
    return c.html(<DecidedPage c={c} view={view} already={!mine || c.req.query('already') !== undefined} />);
  });

  app.post(`${base}/tasks/:id/decision`, async (c) => {
    const { view, me } = await openView(deps, c, c.req.param('id'));
    const values = valuesOf(await readBody(c));
    try {
      const { already } = await decideTask(deps, {
        taskId: view.task.id,
        person: me,
        ...decisionFrom(values, view),
      });
      return c.redirect(`${base}/tasks/${view.task.id}/decision${already ? '?already' : ''}`, 303);
    } catch (error) {
      if (error instanceof StalePage)
        return c.html(<StaleTaskPage c={c} taskId={view.task.id} message={error.message} />, 409);
      if (error instanceof InputRefused)
        return c.html(page(c, view, me, today(), values, error.message), 400);
      throw error;
    }
  });

  app.post(`${base}/tasks/:id/delegation`, async (c) => {
    const { view, me } = await openView(deps, c, c.req.param('id'));
    const { to } = valuesOf(await readBody(c));
    await delegateTask(deps, { taskId: view.task.id, by: me, to: to ?? '' });
    return c.redirect(`${base}/tasks/${view.task.id}`, 303);
  });

  app.post(`${base}/tasks/:id/links`, async (c) => {
    const { view, me } = await openView(deps, c, c.req.param('id'));
    await resendLinks(deps, { taskId: view.task.id, by: me });
    return c.redirect(`${base}/tasks/${view.task.id}?resent`, 303);
  });

  return app;
}

const page = (
  c: PortalContext,
  view: TaskView,
  me: Membership,
  today: string,
  values?: Values,
  error?: string,
) => (
  <TaskPage
    c={c}
    view={view}
    permission={mayDecide(view.task, view.document, me, c.get('organisation'))}
    today={today}
    {...(values ? { values } : {})}
    {...(error === undefined ? {} : { error })}
    aside={<HandingOver c={c} view={view} me={me} />}
  />
);
