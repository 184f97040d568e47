/** Which lists the site has, and how entries fall onto archive pages. */
import { type Column, fields } from '@gongkai/domain/catalogue.ts';
import type { ListKind } from './paths.ts';
import { entriesPerPage, type ListView, type SiteView } from './views.ts';

/** Name and description of a list; undefined when the site has no such column or department. */
export function describeList(
  site: SiteView,
  kind: ListKind,
  id: string,
): Pick<ListView, 'kind' | 'id' | 'name' | 'description'> | undefined {
  const { county } = site.settings;
  if (kind === 'site')
    return { kind, id, name: '全部公开信息', description: `${county}各部门主动公开的全部政府信息。` };
  if (kind === 'column') {
    const column = site.columns.find((c) => c.id === id);
    return column && { kind, id, name: column.name, description: column.description };
  }
  const department = site.departments.find((d) => d.id === id);
  return (
    department && { kind, id, name: department.name, description: `${department.name}主动公开的政府信息。` }
  );
}

/** Every list of the site as it is before anything is published. */
export const emptyLists = (site: SiteView, at: string): ListView[] =>
  [
    describeList(site, 'site', 'site'),
    ...site.columns.map((c) => describeList(site, 'column', c.id)),
    ...site.departments.map((d) => describeList(site, 'department', d.id)),
  ]
    .filter((list) => list !== undefined)
    .map((list) => Object.assign(list, { entries: [], archivePages: 0, updatedAt: at }));

/** How many full archive pages a list has whose newest running number is `newest`. */
export const archivePagesOf = (newest: number): number => Math.floor(newest / entriesPerPage);

/** The archive page on which a running number stands for ever; it may not be full yet. */
export const archivePageOf = (number: number): number => Math.ceil(number / entriesPerPage);

/** First and last running number on an archive page. */
export const archiveNumbers = (page: number): { first: number; last: number } => ({
  first: (page - 1) * entriesPerPage + 1,
  last: page * entriesPerPage,
});

/** Columns of the county as a whole, and those of the 26 fields. */
export function columnGroups(site: SiteView): { general: Column[]; fields: Column[] } {
  const isField = (column: Column): boolean => fields.some((f) => f.id === column.id);
  return {
    general: site.columns.filter((c) => !isField(c)),
    fields: site.columns.filter((c) => isField(c)),
  };
}
