/** Documents: the department's list, one document, its originals, its withdrawal, and the county office's view. */
import { withdrawalInput } from '@gongkai/events/workflow.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import { type DocumentState, documentStates } from '@gongkai/domain/document-state.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { NotAllowed, NotFound, WrongState } from '@gongkai/domain/errors.ts';
import { actorOf, type Membership, overseers } from '@gongkai/domain/organisation.ts';
import type { Task } from '@gongkai/domain/task.ts';
import { contentDisposition } from '@gongkai/platform/content-disposition.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import { executionName } from '../../shared/execution-name.ts';
import { originalKey } from '../../shared/kept-by-content.ts';
import { documents } from '../../shared/stores.ts';
import { base } from '../base.ts';
import { readBody, textOf } from '../body.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { requireSession, signedIn } from '../session.ts';
import { tasksOf } from '../tasks/task-view.ts';
import { DocumentPage } from './document-page.tsx';
import { DocumentListPage } from './list-page.tsx';
import { countsByState, ofDepartment, ofState, overdueTasks } from './lists.ts';
import { OfficePage } from './office-page.tsx';
import { findSameNumber } from './same-number.tsx';
import { entrySchema, startMarking } from './validity-change.ts';
import type { Marking } from './validity-form.tsx';
import { maySee } from './who-sees.ts';
import { withdrawalForm } from './withdrawal.ts';

const filterSchema = z.object({
  state: z.enum(documentStates).optional().catch(undefined),
  after: z.string().max(500).optional().catch(undefined),
});

export function documentRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  for (const path of ['documents', 'documents/*', 'office']) app.use(`${base}/${path}`, requireSession);
  const today = (): string => localDate(deps.clock.now());
  const showDocument = async (
    c: PortalContext,
    { document, tasks, me }: Opened,
    extra: { withdrawing?: boolean; marking?: Marking; error?: string; reason?: string } = {},
  ) => {
    const who = { me, organisation: c.get('organisation') };
    const sameNumber = await findSameNumber(deps, document, document.metadata?.documentNumber, who);
    const { siteUrl } = deps.settings;
    return <DocumentPage {...{ c, document, tasks, me, today: today(), siteUrl, sameNumber, ...extra }} />;
  };

  app.get(`${base}/documents`, async (c) => {
    const { department } = signedIn(c);
    const { state, after } = filterSchema.parse(c.req.query());
    const page = await ofDepartment(deps, department.id, state, after);
    return c.html(<DocumentListPage {...{ c, department: department.name, state, page, today: today() }} />);
  });

  app.get(`${base}/office`, async (c) => {
    signedIn(c, overseers);
    const { state = 'in-review' satisfies DocumentState, after } = filterSchema.parse(c.req.query());
    const [counts, overdue, page] = await Promise.all([
      countsByState(deps),
      overdueTasks(deps, today()),
      ofState(deps, state, after),
    ]);
    return c.html(<OfficePage {...{ c, counts, overdue, state, page, today: today() }} />);
  });

  app.get(`${base}/documents/:id`, async (c) => {
    const opened = await open(deps, c, c.req.param('id'));
    const started = c.req.query('marking') !== undefined;
    return c.html(
      await showDocument(c, opened, {
        withdrawing: c.req.query('withdrawing') !== undefined,
        ...(started ? { marking: { started } } : {}),
      }),
    );
  });

  app.get(`${base}/documents/:id/files/:slot`, async (c) => {
    const { document } = await open(deps, c, c.req.param('id'));
    const file = document.files.find((f) => String(f.slot) === c.req.param('slot'));
    const stored =
      file?.sha256 === undefined ? undefined : await deps.files.get('records', originalKey(file.sha256));
    if (!file || !stored) throw new NotFound('original');
    return c.body(new Uint8Array(stored.body), 200, {
      // Never the type the uploader claims: nothing of theirs may run as a page of ours.
      'content-type': 'application/octet-stream',
      'content-disposition': contentDisposition(file.name),
      'content-length': String(stored.body.byteLength),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  app.post(`${base}/documents/:id/withdrawal`, async (c) => {
    const me = signedIn(c, overseers);
    const opened = await open(deps, c, c.req.param('id'));
    const { document } = opened;
    if (document.state !== 'published')
      throw new WrongState('这份文件现在没有公开，不需要撤下。', document.state);
    const body = await readBody(c);
    const form = await withdrawalForm(today()).safeParseAsync(body);
    if (!form.success) {
      const error = form.error.issues[0]?.message ?? '请填写撤下理由。';
      return c.html(await showDocument(c, opened, { error, reason: textOf(body, 'reason') }), 400);
    }
    await deps.workflow.start(
      'withdrawal',
      executionName(document.id, 'withdrawal'),
      withdrawalInput.parse({
        documentId: document.id,
        reason: form.data.reason,
        showTitle: form.data.showTitle,
        actor: actorOf(me, ...overseers),
      }),
    );
    return c.redirect(`${base}/documents/${document.id}?withdrawing`, 303);
  });

  app.post(`${base}/documents/:id/validity`, async (c) => {
    const me = signedIn(c, overseers);
    const opened = await open(deps, c, c.req.param('id'));
    const body = await readBody(c);
    const errors = await startMarking(deps, opened.document, actorOf(me, ...overseers), body);
    if (errors) {
      const entered = entrySchema.parse(body);
      return c.html(await showDocument(c, opened, { marking: { errors, entered } }), 400);
    }
    return c.redirect(`${base}/documents/${opened.document.id}?marking`, 303);
  });

  return app;
}

interface Opened {
  document: GovDocument;
  tasks: Task[];
  me: Membership;
}

/** Throws {@link NotFound} and {@link NotAllowed}. */
async function open(deps: PortalDeps, c: PortalContext, id: string): Promise<Opened> {
  const me = signedIn(c);
  const document = await documents(deps.table).need(id);
  const tasks = await tasksOf(deps, id);
  if (!maySee(document, tasks, me, c.get('organisation')))
    throw new NotAllowed('这份文件属于其他单位，您不能查看。');
  return { document, tasks, me };
}
