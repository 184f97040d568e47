/** 清理结果: the documents that were amended, repealed or lapsed in one year, as a publication of the county office. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { reassessmentColumn } from '@gongkai/domain/catalogue.ts';
import { officeId } from '@gongkai/domain/organisation.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import type { ValidityChange } from '@gongkai/domain/validity.ts';
import { renderCleanUpPage } from '@gongkai/pages/clean-up-page.tsx';
import { cleanUpPath } from '@gongkai/pages/paths.ts';
import type { CleanUpView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { validityView } from './document-view.ts';
import { enterLists } from './lists.ts';
import { nextIndexNumber, nextListNumbers } from './numbering.ts';
import { loadOrganisation } from './organisation.ts';
import { siteView } from './site-view.ts';
import { documents, entries } from './stores.ts';
import { writePage } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

/** The results of every year on which this document stands, or stood before its mark was changed. */
export async function writeCleanUpResultsOf(
  deps: Needs,
  { validity, publication }: { validity?: ValidityChange | undefined; publication: Publication },
): Promise<void> {
  if (!validity) return;
  const since = yearOf(validity.since);
  const known = [yearOf(publication.publishedAt), yearOf(localDate(deps.clock.now())), since];
  const isNow = validity.state !== 'in-force';
  for (let year = Math.min(...known); year <= Math.max(...known); year++)
    if ((isNow && year === since) || (await entries(deps.table).get(idOf(year))))
      await writeCleanUpResult(deps, year);
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
const idOf = (year: number): string => `clean-up-${year}`;

/** Writes the page anew and, the first time, enters it into the lists. */
async function writeCleanUpResult(deps: Needs, year: number): Promise<void> {
  await writeCleanUpPage(deps, year);
  const id = idOf(year);
  const known = await entries(deps.table).get(id);
  await enterLists(deps, id, known?.publication ?? (await newPublication(deps, year)));
}

export async function writeCleanUpPage(deps: Needs, year: number): Promise<void> {
  const changed: CleanUpView['changed'][number][] = [];
  for await (const d of documents(deps.table).all('marked-by-year', String(year)))
    if (d.publication && d.validity)
      changed.push({
        title: d.publication.title,
        documentNumber: d.publication.documentNumber,
        path: d.publication.path,
        validity: await validityView(deps.table, d.validity),
      });
  await writePage(deps.files, cleanUpPath(year), renderCleanUpPage(await siteView(deps), { year, changed }));
}

async function newPublication(deps: Needs, year: number): Promise<Publication> {
  const office = (await loadOrganisation(deps)).department(officeId);
  return {
    path: cleanUpPath(year),
    title: `${year}年文件清理结果`,
    documentNumber: null,
    indexNumber: await nextIndexNumber(deps, office?.code ?? 'XX'),
    department: officeId,
    column: reassessmentColumn,
    publishedAt: deps.clock.now().toISOString(),
    summary: `${deps.settings.county}${year}年修改、废止和失效的文件。`,
    ...(await nextListNumbers(deps, reassessmentColumn, officeId)),
  };
}
