/** The published result of a year's reassessment: counts, and only what was opened by name. */
import { renderReassessmentPage } from '@gongkai/pages/reassessment-page.tsx';
import { reassessmentPath } from '@gongkai/pages/paths.ts';
import { type Reassessment, reassessmentOutcomes } from '@gongkai/domain/reassessment.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { siteView } from './site-view.ts';
import { documents, reassessments } from './stores.ts';
import { writePage } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

export async function writeReassessmentResult(deps: Needs, year: number): Promise<void> {
  const all = await allOf(deps, year);
  const counts = Object.fromEntries(
    Object.entries(reassessmentOutcomes).map(([outcome, name]) => [name, all.filter((r) => r.outcome === outcome).length]),
  );
  const released = all.filter((r) => r.outcome === 'release' || r.outcome === 'redact');
  const published = (await documents(deps.table).getMany(released.map((r) => r.documentId))).filter(
    (d) => d.state === 'published',
  );
  const opened = published.map((d) => ({
    title: d.title,
    path: d.publication?.path ?? null,
    outcome: reassessmentOutcomes[released.find((r) => r.documentId === d.id)!.outcome],
  }));
  const page = renderReassessmentPage(await siteView(deps), { year, counts, opened });
  await writePage(deps.files, reassessmentPath(year), page);
}

async function allOf({ table }: Needs, year: number): Promise<Reassessment[]> {
  const all: Reassessment[] = [];
  let after: string | undefined;
  do {
    const page = await reassessments(table).query('reassessments-by-year', {
      partition: String(year),
      limit: 200,
      ...(after === undefined ? {} : { after }),
    });
    all.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return all;
}
