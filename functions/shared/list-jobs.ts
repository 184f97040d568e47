/** What there is to write when something enters or leaves the lists, by name: `archive column policies 12`. */
import type { Publication } from '@gongkai/domain/publication.ts';
import { archivePageOf } from '@gongkai/pages/lists.ts';
import {
  atomPath,
  embedPath,
  homePath,
  jsonFeedPath,
  listApiPath,
  listPath,
  rssPath,
  sitemapIndexPath,
  sitemapPath,
} from '@gongkai/pages/paths.ts';
import { sitemapPartOf } from '@gongkai/pages/sitemap.ts';
import type { ListView } from '@gongkai/pages/views.ts';

export type ListRef = Pick<ListView, 'kind' | 'id'>;
export const wholeSite: ListRef = { kind: 'site', id: 'site' };

export type ListJob =
  | { what: 'newest'; ref: ListRef }
  | { what: 'archive'; ref: ListRef; page: number }
  | { what: 'sitemap'; part: number };

export function jobsFor(publication: Publication): string[] {
  const { column, department, item } = publication;
  const lists: (ListRef & { number: number | undefined })[] = [
    { ...wholeSite, number: publication.siteNumber },
    { kind: 'column', id: column, number: publication.columnNumber },
    { kind: 'department', id: department, number: publication.departmentNumber },
    ...(item === undefined ? [] : [{ kind: 'item' as const, id: item, number: publication.itemNumber }]),
  ];
  return [
    ...lists.flatMap(({ kind, id, number }) =>
      number === undefined
        ? [`newest ${kind} ${id}`]
        : [`newest ${kind} ${id}`, `archive ${kind} ${id} ${archivePageOf(number)}`],
    ),
    `sitemap ${sitemapPartOf(publication.siteNumber)}`,
  ];
}

export function readJob(name: string): ListJob {
  const [what, first = '', id = '', page] = name.split(' ');
  if (what === 'sitemap') return { what, part: Number(first) };
  const ref: ListRef = { kind: first as ListRef['kind'], id };
  return what === 'archive' ? { what, ref, page: Number(page) } : { what: 'newest', ref };
}

/** The public files that are out of date until the job is done. */
export function pathsOf(name: string): string[] {
  const job = readJob(name);
  if (job.what === 'sitemap') return [sitemapPath(job.part), sitemapIndexPath];
  const { kind, id } = job.ref;
  if (job.what === 'archive') return [listPath(kind, id, job.page), listApiPath(kind, id, job.page)];
  return [
    ...(kind === 'site' ? [homePath] : []),
    ...[listPath, listApiPath, embedPath, rssPath, atomPath, jsonFeedPath].map((path) => path(kind, id)),
  ];
}
