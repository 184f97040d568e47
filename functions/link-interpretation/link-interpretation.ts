/** Publishes an approved interpretation and links it and its document both ways. Safe to run twice. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { linkInterpretationInput } from '@gongkai/events/workflow.ts';
import { interpretationColumn } from '@gongkai/domain/catalogue.ts';
import { type GovDocument, noteDocument } from '@gongkai/domain/document.ts';
import { append, system } from '@gongkai/domain/history.ts';
import type { Interpretation } from '@gongkai/domain/interpretation.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { interpretationPath } from '@gongkai/pages/paths.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type * as z from 'zod';
import { assertInterpretationMayGoOut } from '../shared/interpretation-may-go-out.ts';
import { changeInLists, enterLists } from '../shared/lists.ts';
import { nextIndexNumber, nextListNumbers } from '../shared/numbering.ts';
import { loadOrganisation } from '../shared/organisation.ts';
import type { Screener } from '../shared/screening.ts';
import { advance } from '../shared/step.ts';
import { interpretations, tasks } from '../shared/stores.ts';
import { writeDocumentPages } from '../shared/write-document-pages.ts';
import { writeInterpretationPage } from '../shared/write-interpretation-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;
type Published<T> = T & { publication: Publication };

export const createLinkInterpretation =
  (deps: Needs, screener?: Screener) =>
  async (event: unknown): Promise<void> => {
    const step = linkInterpretationInput.parse(event);
    const before = await advance(deps, step);
    if (before.state !== 'published' || !before.publication) return;
    const interpretation = await publish(deps, step, screener);
    const document = (await advance(deps, step, (d) =>
      d.interpretations.includes(interpretation.id)
        ? d
        : noteDocument(
            d,
            {
              at: interpretation.publication.publishedAt,
              actor: system,
              action: 'interpreted',
              reason: interpretation.title,
            },
            {
              interpretations: [...d.interpretations, interpretation.id],
              ...(d.publication && {
                publication: { ...d.publication, changedAt: interpretation.publication.publishedAt },
              }),
            },
          ),
    )) as Published<GovDocument>;
    await writeInterpretationPage(deps, interpretation, document);
    await writeDocumentPages(deps, document);
    await enterLists(deps, interpretation.id, interpretation.publication);
    // Feeds and sitemap tell of the page that now leads to it.
    await changeInLists(deps, document.id, document.publication);
  };

async function publish(
  deps: Needs,
  { interpretationId: id, decided }: z.infer<typeof linkInterpretationInput>,
  screener: Screener | undefined,
): Promise<Published<Interpretation>> {
  const store = interpretations(deps.table);
  const submitted = await store.need(id);
  if (submitted.publication) return submitted as Published<Interpretation>;
  const review = decided ? await tasks(deps.table).get(decided) : undefined;
  await assertInterpretationMayGoOut(submitted, review, { today: localDate(deps.clock.now()), screener });
  const department = (await loadOrganisation(deps)).department(submitted.department);
  const indexNumber = await nextIndexNumber(deps, department?.code ?? 'XX');
  const publication: Publication = {
    path: interpretationPath(id),
    title: submitted.title,
    documentNumber: null,
    indexNumber,
    department: submitted.department,
    column: interpretationColumn,
    publishedAt: deps.clock.now().toISOString(),
    summary: submitted.text.slice(0, 100),
    ...(await nextListNumbers(deps, interpretationColumn, submitted.department)),
  };
  return (await store.update(id, (i) =>
    i.publication
      ? i
      : {
          ...i,
          state: 'published',
          indexNumber,
          publication,
          history: append(i.history, {
            at: publication.publishedAt,
            actor: system,
            action: 'published',
            from: i.state,
            to: 'published',
            contentHash: i.contentHash,
          }),
        },
  )) as Published<Interpretation>;
}
