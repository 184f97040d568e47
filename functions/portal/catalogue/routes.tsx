/** The catalogue: what stands where, one department's part, its filing, the office's review. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { compare } from '@gongkai/catalogue/compare.ts';
import type { Problem } from '@gongkai/catalogue/grid.ts';
import { identify, withEnded } from '@gongkai/catalogue/identify.ts';
import { readWorkbook } from '@gongkai/catalogue/read-workbook.ts';
import { sheetsOfFile } from '@gongkai/catalogue/sheets-of-file.ts';
import { catalogueTitle, templateRows } from '@gongkai/catalogue/to-cells.ts';
import { writeTemplates } from '@gongkai/catalogue/write-workbook.ts';
import type { ItemContent } from '@gongkai/domain/catalogue-item.ts';
import { type CataloguePart, emptyPart, partId } from '@gongkai/domain/catalogue-part.ts';
import { InputRefused, NotFound } from '@gongkai/domain/errors.ts';
import type { Membership } from '@gongkai/domain/organisation.ts';
import { contentDisposition } from '@gongkai/platform/content-disposition.ts';
import { Hono } from 'hono';
import { loadFields } from '../../shared/catalogue-columns.ts';
import { needField } from '../../shared/catalogue-fields.ts';
import { loadDraftRows } from '../../shared/catalogue-files.ts';
import {
  approvedItems,
  approvePart,
  currentRows,
  filePart,
  loadPart,
  returnPart,
  saveDraft,
} from '../../shared/catalogue-filing.ts';
import { settlePart } from '../../shared/catalogue-settle.ts';
import { catalogueParts } from '../../shared/stores.ts';
import { readBody, textOf } from '../body.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { requireSession, signedIn } from '../session.ts';
import { fieldRoutes } from './field-routes.tsx';
import { here, pageOf, partPath } from './frame.tsx';
import { gapRoutes } from './gap-routes.tsx';
import { ListPage } from './list-page.tsx';
import { PartPage, type PartPageProps } from './part-page.tsx';
import { ReviewPage } from './review-page.tsx';
import { RowPage } from './row-form.tsx';
import { contentFrom, valuesFrom, valuesOf } from './row-values.ts';
import { actorOf, isOffice, mayEdit, mayFile, mayJudge, maySee, need } from './who.ts';

const done: Record<string, string> = {
  imported: '文件已导入。请核对后报送。',
  saved: '已保存。',
  removed: '已删去。',
  filed: '已报送县政府办公室。',
  approved: '已通过。公开网站会随后更新。',
  returned: '已退回部门。',
};
const one = `${here}/:field{[a-z-]+}/:department{[a-z0-9-]+}`;

interface Opened {
  me: Membership;
  field: PartPageProps['field'];
  part: CataloguePart;
  may: PartPageProps['may'];
}

export function catalogueRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.use(here, requireSession);
  app.use(`${here}/*`, requireSession);

  const open = async (c: PortalContext): Promise<Opened> => {
    const me = signedIn(c);
    const department = c.req.param('department') ?? '';
    need(maySee(me, department), '这是其他部门的目录，您不能查看。');
    const field = await needField(deps, c.req.param('field') ?? '');
    if (!field.departments.includes(department) && !(department in field.parts))
      throw new NotFound('这个领域没有分给这个部门。');
    const part = await loadPart(deps, field.id, department);
    const may = {
      edit: mayEdit(me, department),
      file: mayFile(me, department),
      judge: mayJudge(me, part.filed?.actor.id),
    };
    return { me, field, part, may };
  };
  const show = async (
    c: PortalContext,
    { field, part, may }: Opened,
    more: Partial<PartPageProps> = {},
    status: 200 | 400 = 200,
  ) => {
    const rows = await currentRows(deps, part);
    const props = { c, field, part, may, rows, page: pageOf(c.req.query('page')), ...more };
    return c.html(<PartPage {...props} />, status);
  };
  const back = (c: PortalContext, { part }: Pick<Opened, 'part'>, what: string) =>
    c.redirect(`${partPath(part.field, part.department)}?done=${what}`, 303);

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

  app.get(one, async (c) => show(c, await open(c), { done: done[c.req.query('done') ?? ''] }));

  app.get(`${one}/template.xlsx`, async (c) => {
    const { field, part } = await open(c);
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

  app.post(`${one}/upload`, async (c) => {
    const opened = await open(c);
    need(opened.may.edit, '目录由本部门的经办人或负责人填报。');
    const body = await readBody(c);
    try {
      const { rows, problems } = await rowsOfUpload(deps, c, opened, body['file']);
      if (!rows) return await show(c, opened, { problems }, 400);
      const part = await saveDraft(deps, {
        field: opened.field.id,
        department: opened.part.department,
        rows,
        actor: actorOf(opened.me, 'clerk'),
        version: Number(textOf(body, 'version')),
      });
      if (problems.length === 0) return back(c, opened, 'imported');
      return await show(c, { ...opened, part }, { problems, done: done['imported'] });
    } catch (error) {
      if (!(error instanceof InputRefused) && (error as Error).name !== 'Refusal') throw error;
      return show(c, opened, { error: (error as Error).message }, 400);
    }
  });

  app.get(`${one}/rows/:row{new|\\d+}`, async (c) => {
    const { field, part, may } = await open(c);
    need(may.edit && part.state !== 'filed', '现在不能修改目录。');
    const index = indexOf(c.req.param('row'));
    const rows = await currentRows(deps, part);
    if (index !== undefined && !rows[index]) throw new NotFound('没有这一项。');
    const values = index === undefined ? {} : valuesOf(rows[index]!);
    return c.html(<RowPage c={c} field={field} part={part} index={index} values={values} />);
  });

  app.post(`${one}/rows/:row{new|\\d+}`, async (c) => {
    const opened = await open(c);
    const { field, part, may, me } = opened;
    need(may.edit, '目录由本部门的经办人或负责人填报。');
    const body = await readBody(c, { all: true });
    const index = indexOf(c.req.param('row'));
    const rows = await currentRows(deps, part);
    const save = {
      field: field.id,
      department: part.department,
      actor: actorOf(me, 'clerk'),
      version: Number(textOf(body, 'version')),
    };
    if (index !== undefined && textOf(body, 'remove') === 'yes') {
      await saveDraft(deps, { ...save, rows: rows.toSpliced(index, 1) });
      return back(c, opened, 'removed');
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
    return back(c, opened, 'saved');
  });

  app.post(`${one}/filing`, async (c) => {
    const opened = await open(c);
    need(opened.may.file, '报送由部门负责人办理。');
    const body = await readBody(c);
    const part = await filePart(deps, {
      part: opened.part.id,
      actor: actorOf(opened.me, 'department-head'),
      reason: textOf(body, 'reason').trim().slice(0, 500),
      contentHash: textOf(body, 'contentHash'),
    });
    await settlePart(deps, part);
    return back(c, opened, 'filed');
  });

  app.get(`${one}/review`, async (c) => {
    const opened = await open(c);
    need(opened.may.judge, '目录由县政府办公室审核。');
    if (opened.part.state !== 'filed')
      return c.redirect(partPath(opened.field.id, opened.part.department), 303);
    return c.html(<ReviewPage {...await reviewOf(deps, c, opened)} />);
  });

  app.post(`${one}/decision`, async (c) => {
    const opened = await open(c);
    need(opened.may.judge, '目录由县政府办公室审核；报送人不能审核自己的报送。');
    const body = await readBody(c);
    const outcome = textOf(body, 'outcome');
    const judge = {
      part: opened.part.id,
      actor: actorOf(opened.me, 'office-editor'),
      reason: textOf(body, 'reason').trim().slice(0, 500),
      contentHash: textOf(body, 'contentHash'),
    };
    try {
      if (outcome !== 'approve' && outcome !== 'return') throw new InputRefused('请选择您的意见后再提交。');
      const from = textOf(body, 'from') || localDate(deps.clock.now());
      const part = await (outcome === 'approve'
        ? approvePart(deps, { ...judge, from })
        : returnPart(deps, judge));
      await settlePart(deps, part);
      await deps.siteChanged?.();
      return back(c, opened, outcome === 'approve' ? 'approved' : 'returned');
    } catch (error) {
      if (!(error instanceof InputRefused) || opened.part.state !== 'filed') throw error;
      return c.html(<ReviewPage {...await reviewOf(deps, c, opened)} error={error.message} />, 400);
    }
  });

  app.route('/', fieldRoutes(deps));
  return app;
}

const departmentsOf = (field: { departments: string[] }, all: boolean, me: Membership): string[] =>
  all ? field.departments : [me.department.id];

const indexOf = (row: string): number | undefined => (row === 'new' ? undefined : Number(row));

async function rowsOfUpload(
  deps: PortalDeps,
  c: PortalContext,
  { field }: Opened,
  file: unknown,
): Promise<{ rows?: ItemContent[]; problems: Problem[] }> {
  if (!(file instanceof File) || file.size === 0) throw new InputRefused('请选择要上传的文件。');
  const sheets = await sheetsOfFile(new Uint8Array(await file.arrayBuffer()), file.name);
  const read = readWorkbook(sheets, {
    departments: c.get('organisation').departments,
    fields: await loadFields(deps),
    field: field.id,
  });
  const [filled] = read.fields;
  return filled
    ? { rows: filled.items.map((i) => i.content), problems: read.problems }
    : { problems: read.problems };
}

async function reviewOf(deps: PortalDeps, c: PortalContext, { field, part }: Opened) {
  const today = localDate(deps.clock.now());
  const before = await approvedItems(deps, part);
  const rows = await loadDraftRows(deps.files, part.id, part.filed!.sha256);
  const after = withEnded(identify(part, rows, before, today), before, today);
  return { c, field, part, comparison: compare(before, after), today };
}
