/**
 * Lists, feeds and the sitemap as files. A list is a pure function of a query; each archive page holds a fixed
 * range of running numbers, so that one publication rewrites a fixed number of files however much there is.
 */
import { column } from '@gongkai/domain/catalogue.ts';
import { type IndexName, sortable } from '@gongkai/domain/indexes.ts';
import { type Publication, publicationSchema } from '@gongkai/domain/publication.ts';
import { renderAtom, renderJsonFeed } from '@gongkai/pages/feeds.ts';
import { renderHomePage } from '@gongkai/pages/home-page.tsx';
import { renderListPage } from '@gongkai/pages/list-page.tsx';
import { atomPath, homePath, jsonFeedPath, listPath, sitemapIndexPath, sitemapPath } from '@gongkai/pages/paths.ts';
import { renderSitemap, renderSitemapIndex } from '@gongkai/pages/sitemap.ts';
import { entriesPerPage, type ListView, type SiteView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Files, Table } from '@gongkai/platform/ports.ts';
import { createSingleFlight } from './single-flight.ts';
import { siteView } from './site-view.ts';
import { writePage } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;
type ListKind = ListView['kind'];
interface ListRef {
  kind: ListKind;
  id: string;
}

/** Entries of one sitemap file; 50,000 are allowed, but the file is rewritten with every publication. */
const entriesPerSitemap = 200;

const indexOf: Record<ListKind, IndexName> = {
  site: 'published-by-site',
  column: 'published-by-column',
  department: 'published-by-department',
};
const numberIn = (kind: ListKind, p: Publication): number =>
  kind === 'site' ? p.siteNumber : kind === 'column' ? p.columnNumber : p.departmentNumber;

const flights = new WeakMap<Files, ReturnType<typeof createSingleFlight>>();
function flightOf(files: Files): ReturnType<typeof createSingleFlight> {
  const flight = flights.get(files) ?? createSingleFlight();
  flights.set(files, flight);
  return flight;
}

/** Writes every list, feed and sitemap in which the publication stands (or stood). */
export async function refreshListsOf(deps: Needs, publication: Publication): Promise<void> {
  const site = await siteView(deps);
  const once = flightOf(deps.files);
  const refs: ListRef[] = [
    { kind: 'site', id: 'site' },
    { kind: 'column', id: publication.column },
    { kind: 'department', id: publication.department },
  ];
  const siteFile = Math.ceil(publication.siteNumber / entriesPerSitemap);
  await Promise.all([
    ...refs.flatMap((ref) => {
      const page = Math.ceil(numberIn(ref.kind, publication) / entriesPerPage);
      return [
        once(`${ref.kind} ${ref.id}`, () => writeNewest(deps, site, ref)),
        once(`${ref.kind} ${ref.id} ${page}`, () => writeArchivePage(deps, site, ref, page)),
      ];
    }),
    once(`sitemap ${siteFile}`, () => writeSitemap(deps, site, siteFile)),
  ]);
}

/** The newest entries: the list's first page and its feeds; for the whole site also the home page. */
export async function writeNewest(deps: Needs, site: SiteView, ref: ListRef): Promise<void> {
  await writeUntilSettled(
    () => query(deps.table, ref, { descending: true, limit: entriesPerPage }),
    async (entries) => {
      const archivePages = Math.floor((await deps.table.counter(`list#${ref.kind}#${ref.id}`)) / entriesPerPage);
      const list = viewOf(site, ref, entries, archivePages);
      await Promise.all([
        writePage(deps.files, listPath(ref.kind, ref.id), renderListPage(site, list)),
        writePage(deps.files, atomPath(ref.kind, ref.id), renderAtom(site, list)),
        writePage(deps.files, jsonFeedPath(ref.kind, ref.id), renderJsonFeed(site, list)),
        ...(ref.kind === 'site' ? [writePage(deps.files, homePath, renderHomePage(site, list))] : []),
      ]);
    },
  );
}

async function writeArchivePage(deps: Needs, site: SiteView, ref: ListRef, page: number): Promise<void> {
  await writeUntilSettled(
    async () =>
      (await query(deps.table, ref, { ...numbers(page, entriesPerPage), limit: entriesPerPage })).reverse(),
    (entries) => writePage(deps.files, listPath(ref.kind, ref.id, page), renderListPage(site, { ...viewOf(site, ref, entries, page), page })),
  );
}

async function writeSitemap(deps: Needs, site: SiteView, file: number): Promise<void> {
  const ref: ListRef = { kind: 'site', id: 'site' };
  await writeUntilSettled(
    () => query(deps.table, ref, { ...numbers(file, entriesPerSitemap), limit: entriesPerSitemap }),
    (entries) => writePage(deps.files, sitemapPath(file), renderSitemap(site, entries)),
  );
  const last = Math.ceil((await deps.table.counter('list#site#site')) / entriesPerSitemap);
  await writePage(deps.files, sitemapIndexPath, renderSitemapIndex(site, last));
}

/**
 * Writes what the query says, asks again, and writes anew while the answer differs: of two concurrent writers
 * the one that saw less always finds out.
 */
async function writeUntilSettled(
  read: () => Promise<Publication[]>,
  write: (entries: Publication[]) => Promise<unknown>,
): Promise<void> {
  let entries = await read();
  for (;;) {
    await write(entries);
    const again = await read();
    if (signature(again) === signature(entries)) return;
    entries = again;
  }
}
const signature = (entries: readonly Publication[]): string => entries.map((e) => e.path).join(' ');

const numbers = (page: number, size: number): { from: string; to: string } => ({
  from: sortable((page - 1) * size + 1),
  // '~' sorts after every id character.
  to: `${sortable(page * size)}~`,
});

async function query(
  table: Table,
  { kind, id }: ListRef,
  bounds: { from?: string; to?: string; descending?: boolean; limit: number },
): Promise<Publication[]> {
  const page = await table.query(indexOf[kind], { partition: id, ...bounds });
  return page.items.map((item) => publicationSchema.parse(item.value['publication']));
}

function viewOf(site: SiteView, { kind, id }: ListRef, entries: Publication[], archivePages: number): ListView {
  const department = site.departments.find((d) => d.id === id)?.name ?? id;
  return {
    kind,
    id,
    name: kind === 'site' ? '全部公开信息' : kind === 'column' ? (column(id)?.name ?? id) : department,
    description:
      kind === 'site'
        ? `${site.settings.county}主动公开的全部信息。`
        : kind === 'column'
          ? (column(id)?.description ?? '')
          : `${department}公开的信息。`,
    entries,
    archivePages,
    updatedAt: entries[0]?.publishedAt ?? '1970-01-01T00:00:00.000Z',
  };
}
