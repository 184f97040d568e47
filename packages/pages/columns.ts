import { type Column, generalColumns } from '@gongkai/domain/catalogue.ts';
import type { SiteView } from './views.ts';

/** Columns of the county as a whole, and those of the fields of the catalogue. */
export function columnGroups(site: SiteView): { general: Column[]; fields: Column[] } {
  const isField = (column: Column): boolean => !generalColumns.some((c) => c.id === column.id);
  return {
    general: site.columns.filter((c) => !isField(c)),
    fields: site.columns.filter((c) => isField(c)),
  };
}
