/** Publishes a reviewed document: number, state, page, downloads, lists, feeds, sitemap. Safe to run twice. */
import type * as z from 'zod';
import { type publishOutput, stepInput } from '@gongkai/events/workflow.ts';
import { instantOf, localDate } from '@gongkai/calendar/local-date.ts';
import { policyColumn } from '@gongkai/domain/catalogue.ts';
import { type GovDocument, moveDocument } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { documentPath } from '@gongkai/pages/paths.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { loadFindings } from '../shared/findings-file.ts';
import { enterLists } from '../shared/lists.ts';
import { publishedMail } from '../shared/mails.ts';
import { assertMayGoOut } from '../shared/may-go-out.ts';
import { nextIndexNumber, nextListNumbers } from '../shared/numbering.ts';
import { loadOrganisation } from '../shared/organisation.ts';
import { type PublicFile, publicText } from '../shared/public-text.ts';
import { writeReassessmentResult } from '../shared/reassessment-result.ts';
import type { Screener } from '../shared/screening.ts';
import { advance, preview } from '../shared/step.ts';
import { whomToTell } from '../shared/whom-to-tell.ts';
import { writeDocumentPages } from '../shared/write-document-pages.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'mail' | 'clock' | 'calendar' | 'settings'>;
type Output = z.infer<typeof publishOutput>;
type Published = GovDocument & { publication: Publication };

export const createPublishDocument =
  (deps: Needs, screener?: Screener) =>
  async (event: unknown): Promise<Output> => {
    const step = stepInput.parse(event);
    const approved = await preview(deps, step);
    const text = await publicText(deps, approved);
    const document = approved.publication
      ? (approved as Published)
      : await publish(deps, step, approved, { text, screener });
    if (document.state !== 'published')
      return { needsInterpretation: false, followUpAt: document.publication.publishedAt };
    await writeDocumentPages(deps, document, text);
    await enterLists(deps, document.id, document.publication);
    if (document.lastReassessment) await writeReassessmentResult(deps, document.lastReassessment);
    for (const person of whomToTell(document, await loadOrganisation(deps)))
      await deps.mail.send(publishedMail(deps.settings, document, person));
    return {
      needsInterpretation: document.declared.needsInterpretation,
      followUpAt: await followUpAt(deps, document.publication.publishedAt),
    };
  };

async function publish(
  deps: Needs,
  step: { documentId: string; revision: number },
  approved: GovDocument,
  { text, screener }: { text: readonly PublicFile[]; screener: Screener | undefined },
): Promise<Published> {
  const { findings } = await loadFindings(deps.files, approved.id, approved.revision);
  const today = localDate(deps.clock.now());
  await assertMayGoOut(approved, text, findings, { today, screener });
  const department = (await loadOrganisation(deps)).department(approved.department);
  const column = approved.filedUnder?.column ?? policyColumn;
  const item = approved.filedUnder?.limit === undefined ? undefined : approved.filedUnder.id;
  const indexNumber = approved.indexNumber ?? (await nextIndexNumber(deps, department?.code ?? 'XX'));
  const publication: Publication = {
    path: documentPath(approved.id),
    title: approved.title,
    documentNumber: approved.metadata?.documentNumber ?? null,
    indexNumber,
    department: approved.department,
    column,
    publishedAt: deps.clock.now().toISOString(),
    summary: summaryOf(text[0]?.text ?? '', approved.title),
    ...(await nextListNumbers(deps, column, approved.department, item)),
  };
  const interpretationDue = approved.declared.needsInterpretation
    ? (await deps.calendar()).deadline(localDate(publication.publishedAt), deps.settings.interpretWithin)
    : undefined;
  return (await advance(deps, step, (d) =>
    d.state === 'published'
      ? d
      : moveDocument(
          d,
          'published',
          { at: publication.publishedAt, actor: system, action: 'published', reason: indexNumber },
          { indexNumber, publication, ...(interpretationDue ? { interpretationDue } : {}) },
        ),
  )) as Published;
}

/** 概述 in at most 100 characters: the first real paragraph of the text. */
export function summaryOf(text: string, title: string): string {
  const paragraph = text
    .split('\n')
    .map((l) => l.trim())
    .find((l) => l.length >= 30 && !title.includes(l));
  return paragraph === undefined ? '' : paragraph.length > 100 ? `${paragraph.slice(0, 99)}…` : paragraph;
}

async function followUpAt(deps: Pick<Deps, 'settings' | 'calendar'>, publishedAt: string): Promise<string> {
  const { afterSeconds, afterWorkingDays, hour } = deps.settings.followUp;
  const at =
    afterSeconds === undefined
      ? instantOf((await deps.calendar()).deadline(localDate(publishedAt), afterWorkingDays).date, hour)
      : new Date(Date.parse(publishedAt) + afterSeconds * 1000);
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
