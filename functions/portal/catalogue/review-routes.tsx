/** The county office's review of what a department filed. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { compare } from '@gongkai/catalogue/compare.ts';
import { identify, withEnded } from '@gongkai/catalogue/identify.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { actorOf } from '@gongkai/domain/organisation.ts';
import { Hono } from 'hono';
import { loadDraftRows } from '../../shared/catalogue-files.ts';
import { approvedItems, approvePart, returnPart } from '../../shared/catalogue-filing.ts';
import { settlePart } from '../../shared/catalogue-settle.ts';
import { readBody, textOf } from '../body.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { partPath } from './frame.tsx';
import { backTo, onePart, type OpenedPart, openPart } from './opened-part.ts';
import { ReviewPage } from './review-page.tsx';
import { need } from './who.ts';

export function reviewRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get(`${onePart}/review`, async (c) => {
    const opened = await openPart(deps, c);
    need(opened.may.judge, '目录由县政府办公室审核。');
    if (opened.part.state !== 'filed')
      return c.redirect(partPath(opened.field.id, opened.part.department), 303);
    return c.html(<ReviewPage {...await reviewOf(deps, c, opened)} />);
  });

  app.post(`${onePart}/decision`, async (c) => {
    const opened = await openPart(deps, c);
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
      return backTo(c, opened, outcome === 'approve' ? 'approved' : 'returned');
    } catch (error) {
      if (!(error instanceof InputRefused) || opened.part.state !== 'filed') throw error;
      return c.html(<ReviewPage {...await reviewOf(deps, c, opened)} error={error.message} />, 400);
    }
  });

  return app;
}

async function reviewOf(deps: PortalDeps, c: PortalContext, { field, part }: OpenedPart) {
  const today = localDate(deps.clock.now());
  const before = await approvedItems(deps, part);
  const rows = await loadDraftRows(deps.files, part.id, part.filed!.sha256);
  const after = withEnded(identify(part, rows, before, today), before, today);
  return { c, field, part, comparison: compare(before, after), today };
}
