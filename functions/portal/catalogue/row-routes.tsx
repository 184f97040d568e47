/** One row of a department's part: the form, and saving or removing it. */
import { NotFound } from '@gongkai/domain/errors.ts';
import { actorOf } from '@gongkai/domain/organisation.ts';
import { Hono } from 'hono';
import { currentRows, saveDraft } from '../../shared/catalogue-filing.ts';
import { readBody, textOf } from '../body.ts';
import type { PortalDeps, PortalEnv } from '../env.ts';
import { backTo, onePart, openPart } from './opened-part.ts';
import { RowPage } from './row-form.tsx';
import { contentFrom, valuesFrom, valuesOf } from './row-values.ts';
import { need } from './who.ts';

export function rowRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get(`${onePart}/rows/:row{new|\\d+}`, async (c) => {
    const { field, part, may } = await openPart(deps, c);
    need(may.edit && part.state !== 'filed', '现在不能修改目录。');
    const index = indexOf(c.req.param('row'));
    const rows = await currentRows(deps, part);
    if (index !== undefined && !rows[index]) throw new NotFound('没有这一项。');
    const values = index === undefined ? {} : valuesOf(rows[index]!);
    return c.html(<RowPage c={c} field={field} part={part} index={index} values={values} />);
  });

  app.post(`${onePart}/rows/:row{new|\\d+}`, async (c) => {
    const opened = await openPart(deps, c);
    const { field, part, may, me } = opened;
    need(may.edit, '目录由本部门的经办人或负责人填报。');
    const body = await readBody(c, { all: true });
    const index = indexOf(c.req.param('row'));
    const rows = await currentRows(deps, part);
    const save = {
      field: field.id,
      department: part.department,
      actor: actorOf(me, 'clerk', 'department-head'),
      version: Number(textOf(body, 'version')),
    };
    if (index !== undefined && textOf(body, 'remove') === 'yes') {
      await saveDraft(deps, { ...save, rows: rows.toSpliced(index, 1) });
      return backTo(c, opened, 'removed');
    }
    const values = valuesFrom(body);
    const { content, errors } = contentFrom(values, c.get('organisation').departments);
    if (!content)
      return c.html(
        <RowPage c={c} field={field} part={part} index={index} values={values} errors={errors} />,
        400,
      );
    await saveDraft(deps, {
      ...save,
      rows: index === undefined ? [...rows, content] : rows.with(index, content),
    });
    return backTo(c, opened, 'saved');
  });

  return app;
}

const indexOf = (row: string): number | undefined => (row === 'new' ? undefined : Number(row));
