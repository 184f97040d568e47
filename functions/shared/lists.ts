/**
 * Lists, feeds and the sitemap as files. A list is a pure function of a query; each archive page holds a fixed
 * range of running numbers, so that one publication rewrites a fixed number of files however much there is.
 */
import { type IndexName, sortable } from '@gongkai/domain/indexes.ts';
import { numberInItem, type Publication } from '@gongkai/domain/publication.ts';
import { listFiles, type PublicText } from '@gongkai/pages/files.ts';
import {
  archiveNumbers,
  archivePageOf,
  archivePagesOf,
  describeList,
  lastChange,
  type ListName,
} from '@gongkai/pages/lists.ts';
import { sitemapIndexPath, sitemapPath } from '@gongkai/pages/paths.ts';
import {
  entriesPerSitemap,
  renderSitemap,
  renderSitemapIndex,
  sitemapPartOf,
} from '@gongkai/pages/sitemap.ts';
import { entriesPerPage, type ListView, type SiteView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Files, Table } from '@gongkai/platform/ports.ts';
import { createSingleFlight } from '@gongkai/platform/single-flight.ts';
import { jobsFor, type ListRef, readJob, wholeSite } from './list-jobs.ts';
import { siteView } from './site-view.ts';
import { entries } from './stores.ts';
import { writeUntilSettled } from './until-settled.ts';
import { writePage, writePages } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings' | 'behind'>;

const indexOf: Record<ListView['kind'], IndexName> = {
  site: 'published-by-site',
  column: 'published-by-column',
  department: 'published-by-department',
  item: 'published-by-item',
};
const listCounter = ({ kind, id }: ListRef): string => `list#${kind}#${id}`;

const flights = new WeakMap<Files, ReturnType<typeof createSingleFlight>>();
function flightOf(files: Files): ReturnType<typeof createSingleFlight> {
  const flight = flights.get(files) ?? createSingleFlight();
  flights.set(files, flight);
  return flight;
}

/** How many numbers the list has given so far: the newest entry's number, or more. */
export const lengthOf = ({ table }: Pick<Deps, 'table'>, ref: ListRef): Promise<number> =>
  table.counter(listCounter(ref));

/** Enters a published thing into every list, feed and sitemap it belongs to. Safe to run twice. */
export async function enterLists(deps: Needs, id: string, publication: Publication): Promise<void> {
  await entries(deps.table).createOnce({ kind: 'entry', id, version: 0, publication });
  await refresh(deps, jobsFor(publication));
}

/** What the lists say of it changed. Safe to run twice. */
export async function changeInLists(deps: Needs, id: string, publication: Publication): Promise<void> {
  await entries(deps.table).update(id, (entry) => ({ ...entry, publication }));
  await refresh(deps, jobsFor(publication));
}

/** Takes it out of all of them before it resolves. Safe to run twice. */
export async function leaveLists(deps: Needs, id: string, publication: Publication): Promise<void> {
  await entries(deps.table).delete(id);
  const jobs = jobsFor(publication);
  await refresh(deps, jobs);
  const { behind } = deps;
  if (behind) await Promise.all(jobs.map((job) => behind.now(job)));
}

/** Written at once, sharing what others write just now; or behind, where the place has something to keep the promise. */
async function refresh(deps: Needs, jobs: readonly string[]): Promise<void> {
  if (deps.behind) return deps.behind.ask(jobs);
  const once = flightOf(deps.files);
  await Promise.all(jobs.map((job) => once(job, () => writeJob(deps, job))));
}

/** Writes what the job is named for, with everything that was published by then. */
export async function writeJob(deps: Needs, name: string): Promise<void> {
  const view = await siteView(deps);
  const job = readJob(name);
  if (job.what === 'sitemap') return writeSitemap(deps, view, job.part);
  return job.what === 'newest'
    ? writeNewest(deps, view, job.ref)
    : writeArchivePage(deps, view, job.ref, job.page);
}

/** All of a list: the newest entries and every page of the archive. */
export async function writeWholeList(deps: Needs, view: SiteView, ref: ListRef): Promise<void> {
  await writeNewest(deps, view, ref);
  const pages = archivePageOf(await lengthOf(deps, ref));
  for (let page = 1; page <= pages; page++) await writeArchivePage(deps, view, ref, page);
}

/** The newest entries: the list's first page and its feeds; for the whole site also the home page. */
export async function writeNewest(deps: Needs, view: SiteView, ref: ListRef): Promise<void> {
  const shown = await showing(deps, view, ref);
  if (!shown) return;
  await writeList(
    deps,
    ref,
    () => query(deps.table, ref, { descending: true, limit: entriesPerPage }),
    async (newest) => {
      const archivePages = archivePagesOf(await lengthOf(deps, ref));
      await writePages(deps.files, shown.newest(listView(shown.name, newest, archivePages)));
    },
  );
}

export async function writeArchivePage(
  deps: Needs,
  view: SiteView,
  ref: ListRef,
  page: number,
): Promise<void> {
  const shown = await showing(deps, view, ref);
  if (!shown) return;
  await writeList(
    deps,
    ref,
    async () =>
      (await query(deps.table, ref, between(ref, archiveNumbers(page), entriesPerPage))).toReversed(),
    (numbered) => writePages(deps.files, listFiles(view, { ...listView(shown.name, numbered, page), page })),
  );
}

export async function writeSitemap(deps: Needs, view: SiteView, part: number): Promise<void> {
  const range = { first: (part - 1) * entriesPerSitemap + 1, last: part * entriesPerSitemap };
  await writeList(
    deps,
    wholeSite,
    () => query(deps.table, wholeSite, between(wholeSite, range, entriesPerSitemap)),
    (numbered) => writePage(deps.files, sitemapPath(part), renderSitemap(view, numbered)),
  );
  await writeSitemapIndex(deps, view);
}

export async function writeSitemapIndex(deps: Needs, view: SiteView): Promise<void> {
  const parts = sitemapPartOf(await deps.table.counter(listCounter(wholeSite)));
  await writePage(deps.files, sitemapIndexPath, renderSitemapIndex(view, parts));
}

/**
 * Where lists are written behind there is one writer, and whoever changes a list meanwhile asks again. New editions
 * of the catalogue write the columns of its items, too.
 */
async function writeList(
  { behind }: Needs,
  { kind }: ListRef,
  read: () => Promise<Publication[]>,
  write: (listed: Publication[]) => Promise<unknown>,
): Promise<void> {
  if (behind && kind !== 'item') await write(await read());
  else await writeUntilSettled(read, write);
}

function between({ kind }: ListRef, { first, last }: { first: number; last: number }, limit: number) {
  const place = kind === 'item' ? numberInItem : sortable;
  // '~' sorts after every id character.
  return { from: place(first), to: `${place(last)}~`, limit };
}

async function query(
  table: Table,
  { kind, id }: ListRef,
  bounds: { from?: string; to?: string; descending?: boolean; limit: number },
): Promise<Publication[]> {
  const page = await entries(table).query(indexOf[kind], { partition: id, ...bounds });
  return page.items.map((entry) => entry.publication);
}

/** How a list is called, and the files of its newest entries. */
export interface Shown {
  name: ListName;
  newest: (list: ListView) => PublicText[];
}

/** Undefined for what is no item of the catalogue (any more): it has no files. */
async function showing(deps: Needs, view: SiteView, { kind, id }: ListRef): Promise<Shown | undefined> {
  if (kind === 'item') {
    // Few documents stand under an item: whoever publishes another does without.
    const { showItem } = await import('./item-column.ts');
    return showItem(deps, view, id);
  }
  // A department that is gone keeps its list under its id.
  const name = describeList(view, kind, id) ?? { kind, id, name: id, description: '' };
  return { name, newest: (list) => listFiles(view, list) };
}

const listView = (name: ListName, listed: Publication[], archivePages: number): ListView => ({
  ...name,
  entries: listed,
  archivePages,
  updatedAt: lastChange(listed),
});
