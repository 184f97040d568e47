/** What there is to write when something enters or leaves the lists, by name: `archive column policies 12`. */
import type { Publication } from '@gongkai/domain/publication.ts';
import { archivePageOf } from '@gongkai/pages/lists.ts';
import {
  atomPath,
  embedPath,
  feedPagePath,
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
  | { what: 'sitemap'; part: number }
  /** The column of one item of the catalogue, with its feeds. */
  | { what: 'item'; id: string };

export function jobsFor(publication: Publication): string[] {
  const lists: [ListRef, number][] = [
    [wholeSite, publication.siteNumber],
    [{ kind: 'column', id: publication.column }, publication.columnNumber],
    [{ kind: 'department', id: publication.department }, publication.departmentNumber],
  ];
  return [
    ...lists.flatMap(([{ kind, id }, number]) => [
      `newest ${kind} ${id}`,
      `archive ${kind} ${id} ${archivePageOf(number)}`,
    ]),
    `sitemap ${sitemapPartOf(publication.siteNumber)}`,
    ...(publication.item === undefined ? [] : [`item ${publication.item}`]),
  ];
}

export function readJob(name: string): ListJob {
  const [what, first = '', id = '', page] = name.split(' ');
  if (what === 'sitemap') return { what, part: Number(first) };
  if (what === 'item') return { what, id: first };
  const ref: ListRef = { kind: first as ListRef['kind'], id };
  return what === 'archive' ? { what, ref, page: Number(page) } : { what: 'newest', ref };
}

/** The public files that are out of date until the job is done. */
export function pathsOf(name: string): string[] {
  const job = readJob(name);
  if (job.what === 'sitemap') return [sitemapPath(job.part), sitemapIndexPath];
  if (job.what === 'item')
    return [feedPagePath, rssPath, atomPath, jsonFeedPath].map((path) => path('item', job.id));
  const { kind, id } = job.ref;
  if (job.what === 'archive') return [listPath(kind, id, job.page), listApiPath(kind, id, job.page)];
  return [
    ...(kind === 'site' ? [homePath] : []),
    ...[listPath, listApiPath, embedPath, rssPath, atomPath, jsonFeedPath].map((path) => path(kind, id)),
  ];
}
