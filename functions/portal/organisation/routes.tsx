/** Departments and people, for administrators. */
import { actorOf } from '@gongkai/domain/organisation.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { Hono, type MiddlewareHandler } from 'hono';
import { allDepartments, exportOrganisation, importOrganisation } from '../../shared/organisation-file.ts';
import { departments } from '../../shared/organisation.ts';
import { readBody } from '../body.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { requireSession, signedIn } from '../session.ts';
import { addDepartment, changeDepartment, withFields } from './change.ts';
import { DepartmentPage, NewDepartmentPage } from './department-page.tsx';
import { parseDepartment, refusedForm, versionOf } from './forms.ts';
import { here, ListPage } from './list-page.tsx';
import { afterChange, inAddress } from './open-tasks.tsx';
import { peopleRoutes } from './people-routes.tsx';

const done: Record<string, string> = {
  saved: '已保存。',
  removed: '已移除。',
  'signed-out': '此人的全部登录已结束，需要重新登录。',
  sent: '上传链接已发出，7 天内有效。',
};

const administratorsOnly: MiddlewareHandler<PortalEnv> = async (c, next) => {
  signedIn(c, ['administrator']);
  await next();
};

export function organisationRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const today = (): string => localDate(deps.clock.now());
  app.use(here, requireSession, administratorsOnly);
  app.use(`${here}/*`, requireSession, administratorsOnly);

  app.get(here, async (c) => {
    const imported = c.req.query('imported')?.split(',').filter(Boolean);
    const all = await allDepartments(deps);
    const props = { departments: all, today: today(), imported, after: await afterChange(deps, c) };
    return c.html(<ListPage c={c} {...props} />);
  });

  app.get(`${here}/export`, async (c) =>
    c.body(await exportOrganisation(deps), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="organisation-${today()}.json"`,
    }),
  );

  app.post(`${here}/import`, async (c) => {
    try {
      const { changed, ...outcome } = await importOrganisation(
        deps,
        await postedText(c),
        actorOf(signedIn(c), 'administrator'),
      );
      return c.redirect(`${here}?imported=${changed.join(',')}${inAddress(outcome)}`, 303);
    } catch (error) {
      if (!(error instanceof InputRefused)) throw error;
      const all = await allDepartments(deps);
      const refused = error.message.split('\n');
      return c.html(<ListPage c={c} departments={all} today={today()} refused={refused} />, 400);
    }
  });

  app.get(`${here}/new`, (c) => c.html(<NewDepartmentPage c={c} />));

  app.post(here, async (c) => {
    const body = await readBody(c);
    try {
      const { id, ...fields } = parseDepartment(body);
      await addDepartment(deps, id, fields, {
        actor: actorOf(signedIn(c), 'administrator'),
        action: 'add-department',
      });
      return c.redirect(`${here}/${id}?done=saved`, 303);
    } catch (error) {
      return c.html(<NewDepartmentPage c={c} typed={body} errors={refusedForm(error)} />, 400);
    }
  });

  app.route('/', peopleRoutes(deps));

  app.get(`${here}/:id`, async (c) => {
    const department = await departments(deps.table).need(c.req.param('id'));
    const note = done[c.req.query('done') ?? ''];
    const after = await afterChange(deps, c);
    return c.html(<DepartmentPage c={c} department={department} today={today()} done={note} after={after} />);
  });

  app.post(`${here}/:id`, async (c) => {
    const id = c.req.param('id');
    const body = await readBody(c);
    const department = await departments(deps.table).need(id);
    try {
      const { id: _, ...fields } = parseDepartment({ ...body, id });
      const change = { actor: actorOf(signedIn(c), 'administrator'), action: 'edit-department' };
      const outcome = await changeDepartment(deps, id, versionOf(body), change, withFields(fields));
      return c.redirect(`${here}/${id}?done=saved${inAddress(outcome)}`, 303);
    } catch (error) {
      const errors = refusedForm(error);
      const props = { c, department, today: today(), typed: body, errors };
      return c.html(<DepartmentPage {...props} />, 400);
    }
  });

  return app;
}

async function postedText(c: PortalContext): Promise<string> {
  const { file } = await readBody(c);
  if (!(file instanceof File) || file.size === 0) throw new InputRefused('请选择要导入的文件。');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new InputRefused('文件不是 UTF-8 编码。请另存为 UTF-8 后再导入。');
  }
}
