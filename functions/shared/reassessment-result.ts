/** The published result of a year's reassessment: counts, and only what was opened by name. */
import { renderReassessmentPage } from '@gongkai/pages/reassessment-page.tsx';
import { reassessmentPath } from '@gongkai/pages/paths.ts';
import { type Reassessment, reassessmentOutcomes } from '@gongkai/domain/reassessment.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { reassessmentColumn } from '@gongkai/domain/catalogue.ts';
import { officeId } from '@gongkai/domain/organisation.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { enterLists } from './lists.ts';
import { nextIndexNumber, nextListNumbers } from './numbering.ts';
import { loadOrganisation } from './organisation.ts';
import { siteView } from './site-view.ts';
import { documents, entries, reassessments } from './stores.ts';
import { writePage } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

/** Writes the page anew and, the first time, enters it into the lists as a publication of the county office. */
export async function writeReassessmentResult(deps: Needs, year: number): Promise<void> {
  await writeReassessmentPage(deps, year);
  const id = `reassessment-${year}`;
  const known = await entries(deps.table).get(id);
  await enterLists(deps, id, known?.publication ?? (await newPublication(deps, year)));
}

export async function writeReassessmentPage(deps: Needs, year: number): Promise<void> {
  const all = await Array.fromAsync(reassessments(deps.table).all('reassessments-by-year', String(year)));
  const counts = Object.fromEntries(
    Object.entries(reassessmentOutcomes).map(([outcome, name]) => [
      name,
      all.filter((r) => r.outcome === outcome).length,
    ]),
  );
  const page = renderReassessmentPage(await siteView(deps), {
    year,
    counts,
    opened: await openedBy(deps, all),
  });
  await writePage(deps.files, reassessmentPath(year), page);
}

/** Only what stands on the site by now is named. */
async function openedBy(deps: Needs, all: readonly Reassessment[]) {
  const released = new Map(
    all
      .filter((r) => r.outcome === 'release' || r.outcome === 'redact')
      .map((r) => [r.documentId, r.outcome]),
  );
  const published = await documents(deps.table).getMany([...released.keys()]);
  return published
    .filter((d) => d.state === 'published')
    .map((d) => ({
      title: d.title,
      path: d.publication?.path ?? null,
      outcome: reassessmentOutcomes[released.get(d.id)!],
    }));
}

async function newPublication(deps: Needs, year: number): Promise<Publication> {
  const office = (await loadOrganisation(deps)).department(officeId);
  return {
    path: reassessmentPath(year),
    title: `${year}年不予公开政府信息年度评估结果`,
    documentNumber: null,
    indexNumber: await nextIndexNumber(deps, office?.code ?? 'XX'),
    department: officeId,
    column: reassessmentColumn,
    publishedAt: deps.clock.now().toISOString(),
    summary: `${deps.settings.county}对不予公开的政府信息进行${year}年度评估的结果。`,
    ...(await nextListNumbers(deps, reassessmentColumn, officeId)),
  };
}
