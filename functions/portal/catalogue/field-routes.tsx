/** Fields, for the county office. */
import { actorOf } from '@gongkai/domain/organisation.ts';
import { fieldDataSchema } from '@gongkai/domain/catalogue-field.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { Hono } from 'hono';
import { loadFields } from '../../shared/catalogue-columns.ts';
import { needField, openRound, saveField } from '../../shared/catalogue-fields.ts';
import { openFilingTasks } from '../../shared/catalogue-tasks.ts';
import { readBody, textOf } from '../body.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { FormRefused } from '../form-refused.ts';
import { signedIn } from '../session.ts';
import { check } from '../upload/form.ts';
import { FieldPage } from './field-page.tsx';
import { here } from './frame.tsx';
import { isOffice, need } from './who.ts';

const done: Record<string, string> = { saved: '已保存。', round: '已给各部门下达报送任务。' };

export function fieldRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const office = (c: PortalContext) => {
    const me = signedIn(c);
    need(isOffice(me), '领域由县政府办公室管理。');
    return actorOf(me, 'office-editor');
  };

  app.get(`${here}/new-field`, (c) => {
    office(c);
    return c.html(<FieldPage c={c} />);
  });

  app.post(`${here}/new-field`, async (c) => {
    const actor = office(c);
    const body = await readBody(c);
    const order = (await loadFields(deps)).length;
    try {
      const data = dataFrom(c, { ...body, order });
      await saveField(deps, data, { actor, version: 0 });
      return c.redirect(`${here}/${data.id}?done=saved`, 303);
    } catch (error) {
      return c.html(<FieldPage c={c} typed={body} errors={refused(error)} />, 400);
    }
  });

  app.get(`${here}/:field{[a-z-]+}`, async (c) => {
    office(c);
    const field = await needField(deps, c.req.param('field'));
    return c.html(<FieldPage c={c} field={field} done={done[c.req.query('done') ?? '']} />);
  });

  app.post(`${here}/:field{[a-z-]+}`, async (c) => {
    const actor = office(c);
    const body = await readBody(c);
    const field = await needField(deps, c.req.param('field'));
    try {
      const data = dataFrom(c, { ...body, id: field.id, order: field.order });
      await saveField(deps, data, { actor, version: Number(textOf(body, 'version')) });
      return c.redirect(`${here}/${field.id}?done=saved`, 303);
    } catch (error) {
      return c.html(<FieldPage c={c} field={field} typed={body} errors={refused(error)} />, 400);
    }
  });

  app.post(`${here}/:field{[a-z-]+}/round`, async (c) => {
    const actor = office(c);
    const due = textOf(await readBody(c), 'due');
    const field = await needField(deps, c.req.param('field'));
    try {
      if (due !== '' && !/^\d{4}-\d\d-\d\d$/.test(due))
        throw new FormRefused({ due: '日期请写成 2026-12-31 的样子' });
      await openRound(deps, field.id, { actor, due: due === '' ? undefined : due });
      await openFilingTasks(deps);
      return c.redirect(`${here}/${field.id}?done=round`, 303);
    } catch (error) {
      return c.html(<FieldPage c={c} field={field} errors={refused(error)} />, 400);
    }
  });

  return app;
}

function dataFrom(c: PortalContext, body: Record<string, unknown>) {
  const title = textOf(body, 'guidelineTitle');
  const date = textOf(body, 'guidelineDate');
  const departments = textOf(body, 'departments')
    .split(/\s+/)
    .filter((d) => d !== '');
  const unknown = departments.filter((d) => !c.get('organisation').department(d));
  if (unknown.length > 0) throw new FormRefused({ departments: `没有编号为 ${unknown.join('、')} 的部门` });
  return check(fieldDataSchema, {
    id: body['id'],
    name: body['name'],
    order: body['order'],
    departments,
    ...(title === '' && date === '' ? {} : { guideline: { title, date } }),
  });
}

function refused(error: unknown): Record<string, string> {
  if (error instanceof FormRefused) return error.fields;
  if (error instanceof InputRefused) return { form: error.message };
  throw error;
}
