/**
 * The whole public site and its search from the records, part by part: each part writes some of the files, in any order, and may
 * run again. Whoever adds a kind of public file adds its part here, so that rebuilding and checking know of it.
 */
import type { Entry } from '@gongkai/domain/publication.ts';
import { fixedFiles } from '@gongkai/pages/files.ts';
import { archivePageOf } from '@gongkai/pages/lists.ts';
import { sitemapPartOf } from '@gongkai/pages/sitemap.ts';
import type { SiteView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { catalogueParts } from './catalogue-site.ts';
import { writeCleanUpPage } from './clean-up-result.ts';
import { type ListRef, wholeSite as whole } from './list-jobs.ts';
import { lengthOf, writeArchivePage, writeNewest, writeSitemap, writeSitemapIndex } from './lists.ts';
import { writeMovedPages } from './moved-pages.ts';
import { writeAllProfiles } from './profile-site.ts';
import { writeReassessmentPage } from './reassessment-result.ts';
import { leaveSearch } from './search-entry.ts';
import { siteView } from './site-view.ts';
import { documents, entries, interpretations } from './stores.ts';
import { writeTombstone } from './tombstones.ts';
import { writeDocumentPages } from './write-document-pages.ts';
import { writeInterpretationPage } from './write-interpretation-page.ts';
import { writePage } from './write-page.ts';

export type SiteNeeds = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;
export type Part = (deps: SiteNeeds) => Promise<void>;

/** `deps` are read from to find the parts; what a part is given is read and written when it runs. */
export async function* wholeSite(deps: SiteNeeds): AsyncGenerator<Part> {
  const view = await siteView(deps);
  yield writeFixed;
  yield writeMovedPages;
  yield writeAllProfiles;
  yield* catalogueParts(deps);
  const refs = new Map([whole, ...refsOf(view)].map((ref) => [`${ref.kind} ${ref.id}`, ref]));
  for await (const entry of entries(deps.table).all('published-by-site', 'site')) {
    yield (needs) => writeEntry(needs, entry);
    // Columns and departments that are gone keep their lists.
    const { column, department, item } = entry.publication;
    refs.set(`column ${column}`, { kind: 'column', id: column });
    refs.set(`department ${department}`, { kind: 'department', id: department });
    if (item !== undefined) refs.set(`item ${item}`, { kind: 'item', id: item });
  }
  for await (const document of documents(deps.table).all('documents-by-state', 'withdrawn'))
    yield (needs) => writeTombstones(needs, document.id);
  for (const ref of refs.values()) yield* listParts(deps, ref);
  yield* sitemapParts(deps);
}

const refsOf = (view: SiteView): ListRef[] => [
  ...view.columns.map(({ id }): ListRef => ({ kind: 'column', id })),
  ...view.departments.map(({ id }): ListRef => ({ kind: 'department', id })),
];

const writeFixed: Part = async (deps) => {
  for (const { path, body } of fixedFiles(await siteView(deps))) await writePage(deps.files, path, body);
};

/** By the folder of its page one tells what an entry is of; what has been withdrawn meanwhile writes nothing. */
async function writeEntry(deps: SiteNeeds, { id, publication }: Entry): Promise<void> {
  const [folder, file] = publication.path.split('/', 2);
  if (folder === 'reassessments') return writeReassessmentPage(deps, Number.parseInt(file!, 10));
  if (folder === 'clean-ups') return writeCleanUpPage(deps, Number.parseInt(file!, 10));
  if (folder === 'interpretations') return writeInterpretation(deps, id);
  const document = await documents(deps.table).get(id);
  if (document?.state === 'published' && document.publication)
    await writeDocumentPages(deps, { ...document, publication: document.publication });
}

async function writeInterpretation(deps: SiteNeeds, id: string): Promise<void> {
  const interpretation = await interpretations(deps.table).get(id);
  if (interpretation?.state !== 'published' || !interpretation.publication) return;
  const document = await documents(deps.table).get(interpretation.documentId);
  if (!document?.publication) return;
  await writeInterpretationPage(
    deps,
    { ...interpretation, publication: interpretation.publication },
    { ...document, publication: document.publication },
  );
}

async function writeTombstones(deps: SiteNeeds, id: string): Promise<void> {
  const document = await documents(deps.table).get(id);
  if (!document?.publication || !document.withdrawal) return;
  await leaveSearch(deps, id);
  await writeTombstone(deps, id, document.publication, document.withdrawal);
  for (const interpretation of await interpretations(deps.table).getMany(document.interpretations)) {
    if (!interpretation.publication) continue;
    await leaveSearch(deps, interpretation.id);
    await writeTombstone(deps, null, interpretation.publication, document.withdrawal);
  }
}

async function* listParts(deps: SiteNeeds, ref: ListRef): AsyncGenerator<Part> {
  yield async (needs) => writeNewest(needs, await siteView(needs), ref);
  const pages = archivePageOf(await lengthOf(deps, ref));
  for (let page = 1; page <= pages; page++)
    yield async (needs) => writeArchivePage(needs, await siteView(needs), ref, page);
}

async function* sitemapParts(deps: SiteNeeds): AsyncGenerator<Part> {
  const parts = sitemapPartOf(await lengthOf(deps, whole));
  for (let part = 1; part <= parts; part++)
    yield async (needs) => writeSitemap(needs, await siteView(needs), part);
  yield async (needs) => writeSitemapIndex(needs, await siteView(needs));
}
