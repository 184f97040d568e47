import { type Column, fields } from '@gongkai/domain/catalogue.ts';
import type { SiteView } from './views.ts';

/** Columns of the county as a whole, and those of the 26 fields. */
export function columnGroups(site: SiteView): { general: Column[]; fields: Column[] } {
  const isField = (column: Column): boolean => fields.some((f) => f.id === column.id);
  return {
    general: site.columns.filter((c) => !isField(c)),
    fields: site.columns.filter((c) => isField(c)),
  };
}
