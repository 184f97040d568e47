/** Which lists the site has, and how entries fall onto archive pages. */
import type { Publication } from '@gongkai/domain/publication.ts';
import { entriesPerPage, type ListView, type SiteView } from './views.ts';

export type ListName = Pick<ListView, 'kind' | 'id' | 'name' | 'description'>;

/** Name and description of a list; undefined when the site has no such column or department. */
export function describeList(
  site: SiteView,
  kind: Exclude<ListView['kind'], 'item'>,
  id: string,
): ListName | undefined {
  if (kind === 'site') {
    const description = `${site.settings.county}各部门主动公开的全部政府信息。`;
    return { kind, id, name: '全部公开信息', description };
  }
  if (kind === 'column') {
    const column = site.columns.find((c) => c.id === id);
    return column && { kind, id, name: column.name, description: column.description };
  }
  const department = site.departments.find((d) => d.id === id);
  const description = `${department?.name}主动公开的政府信息。`;
  return department && { kind, id, name: department.name, description };
}

/** How many full archive pages a list has whose newest running number is `newest`. */
export const archivePagesOf = (newest: number): number => Math.floor(newest / entriesPerPage);

/** The archive page on which a running number (from 1) stands for ever. */
export const archivePageOf = (number: number): number => Math.ceil(number / entriesPerPage);

/** First and last running number on an archive page. */
export const archiveNumbers = (page: number): { first: number; last: number } => ({
  first: (page - 1) * entriesPerPage + 1,
  last: page * entriesPerPage,
});

/** When anything a feed tells last changed; the beginning of time where it tells nothing yet. */
export const lastChange = (entries: readonly Publication[]): string =>
  entries
    .map((e) => e.changedAt ?? e.publishedAt)
    .toSorted()
    .at(-1) ?? '1970-01-01T00:00:00.000Z';
