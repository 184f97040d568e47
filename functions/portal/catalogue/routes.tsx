/** The catalogue: what stands where, and one department's part up to its filing. */
import type { Problem } from '@gongkai/catalogue/grid.ts';
import { catalogueTitle, templateRows } from '@gongkai/catalogue/to-cells.ts';
import { readTemplate } from '@gongkai/catalogue/workbook-process.ts';
import { writeTemplates } from '@gongkai/catalogue/write-workbook.ts';
import type { ItemContent } from '@gongkai/domain/catalogue-item.ts';
import { emptyPart, partId } from '@gongkai/domain/catalogue-part.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { actorOf, type Membership } from '@gongkai/domain/organisation.ts';
import { contentDisposition } from '@gongkai/platform/content-disposition.ts';
import { Hono } from 'hono';
import { loadFields } from '../../shared/catalogue-columns.ts';
import { currentRows, filePart, saveDraft } from '../../shared/catalogue-filing.ts';
import { settlePart } from '../../shared/catalogue-settle.ts';
import { catalogueParts } from '../../shared/stores.ts';
import { readBody, textOf } from '../body.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { requireSession, signedIn } from '../session.ts';
import { fieldRoutes } from './field-routes.tsx';
import { here, pageOf } from './frame.tsx';
import { gapRoutes } from './gap-routes.tsx';
import { ListPage } from './list-page.tsx';
import { backTo, onePart, type OpenedPart, openPart } from './opened-part.ts';
import { PartPage, type PartPageProps } from './part-page.tsx';
import { reviewRoutes } from './review-routes.tsx';
import { rowRoutes } from './row-routes.tsx';
import { isOffice, need } from './who.ts';

const done: Record<string, string> = {
  imported: '文件已导入。请核对后报送。',
  saved: '已保存。',
  removed: '已删去。',
  filed: '已报送县政府办公室。',
  approved: '已通过。公开网站会随后更新。',
  returned: '已退回部门。',
};
export function catalogueRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.use(here, requireSession);
  app.use(`${here}/*`, requireSession);

  const show = async (
    c: PortalContext,
    { field, part, may }: OpenedPart,
    more: Partial<PartPageProps> = {},
    status: 200 | 400 = 200,
  ) => {
    const rows = await currentRows(deps, part);
    const props = { c, field, part, may, rows, page: pageOf(c.req.query('page')), ...more };
    return c.html(<PartPage {...props} />, status);
  };

  app.get(here, async (c) => {
    const me = signedIn(c);
    const office = isOffice(me) || me.person.roles.includes('administrator');
    const fields = (await loadFields(deps)).filter((f) => office || f.departments.includes(me.department.id));
    const ids = fields.flatMap((f) => departmentsOf(f, office, me).map((d) => partId(f.id, d)));
    const known = new Map((await catalogueParts(deps.table).getMany(ids)).map((p) => [p.id, p]));
    const listed = fields.map((field) => ({
      field,
      parts: departmentsOf(field, office, me).map(
        (d) => known.get(partId(field.id, d)) ?? emptyPart(field.id, d),
      ),
    }));
    return c.html(<ListPage c={c} fields={listed} office={isOffice(me)} />);
  });

  app.route('/', gapRoutes(deps));

  app.get(onePart, async (c) => show(c, await openPart(deps, c), { done: done[c.req.query('done') ?? ''] }));

  app.get(`${onePart}/template.xlsx`, async (c) => {
    const { field, part } = await openPart(deps, c);
    const rows = await currentRows(deps, part);
    const items = rows.map((row) => Object.assign({ id: '', department: part.department, since: '' }, row));
    const bytes = await writeTemplates([
      { name: field.name, rows: templateRows(catalogueTitle(field.name), items) },
    ]);
    const name = `${field.name}目录（${c.get('organisation').departmentName(part.department)}）.xlsx`;
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': contentDisposition(name),
    });
  });

  app.post(`${onePart}/upload`, async (c) => {
    const opened = await openPart(deps, c);
    need(opened.may.edit, '目录由本部门的经办人或负责人填报。');
    const body = await readBody(c);
    try {
      const { rows, problems } = await rowsOfUpload(deps, c, opened, body['file']);
      if (!rows) return await show(c, opened, { problems }, 400);
      const part = await saveDraft(deps, {
        field: opened.field.id,
        department: opened.part.department,
        rows,
        actor: actorOf(opened.me, 'clerk', 'department-head'),
        version: Number(textOf(body, 'version')),
      });
      if (problems.length === 0) return backTo(c, opened, 'imported');
      return await show(c, { ...opened, part }, { problems, done: done['imported'] });
    } catch (error) {
      if (!(error instanceof InputRefused) && (error as Error).name !== 'Refusal') throw error;
      return show(c, opened, { error: (error as Error).message }, 400);
    }
  });

  app.post(`${onePart}/filing`, async (c) => {
    const opened = await openPart(deps, c);
    need(opened.may.file, '报送由部门负责人办理。');
    const body = await readBody(c);
    const part = await filePart(deps, {
      part: opened.part.id,
      actor: actorOf(opened.me, 'department-head'),
      reason: textOf(body, 'reason').trim().slice(0, 500),
      contentHash: textOf(body, 'contentHash'),
    });
    await settlePart(deps, part);
    return backTo(c, opened, 'filed');
  });

  app.route('/', rowRoutes(deps));
  app.route('/', reviewRoutes(deps));
  app.route('/', fieldRoutes(deps));
  return app;
}

const departmentsOf = (field: { departments: string[] }, all: boolean, me: Membership): string[] =>
  all ? field.departments : [me.department.id];

async function rowsOfUpload(
  deps: PortalDeps,
  c: PortalContext,
  { field }: OpenedPart,
  file: unknown,
): Promise<{ rows?: ItemContent[]; problems: Problem[] }> {
  if (!(file instanceof File) || file.size === 0) throw new InputRefused('请选择要上传的文件。');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const departments = c
    .get('organisation')
    .departments.map(({ id, name, aliases }) => ({ id, name, aliases }));
  const fields = (await loadFields(deps)).map(({ id, name }) => ({ id, name }));
  const read = await readTemplate({
    bytes,
    name: file.name,
    context: { departments, fields, field: field.id },
  });
  const [filled] = read.fields;
  return filled
    ? { rows: filled.items.map((i) => i.content), problems: read.problems }
    : { problems: read.problems };
}
