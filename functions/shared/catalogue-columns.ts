/** The fields of the catalogue and the columns they make: from one bounded query, kept for a few seconds. */
import type { CatalogueField } from '@gongkai/domain/catalogue-field.ts';
import { type Column, fieldColumn, generalColumns } from '@gongkai/domain/catalogue.ts';
import { seedFields } from '@gongkai/domain/catalogue-seed.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { catalogueFields } from './stores.ts';

const keepForMs = 5_000;
const kept = new WeakMap<Table, { at: number; fields: CatalogueField[] }>();

/** In their order; fields that no county has changed yet are the seed's. */
export async function loadFields({ table }: Pick<Deps, 'table'>): Promise<CatalogueField[]> {
  const known = kept.get(table);
  if (known && performance.now() - known.at < keepForMs) return known.fields;
  const stored = await Array.fromAsync(catalogueFields(table).all('catalogue-fields', 'county'));
  const ids = new Set(stored.map((f) => f.id));
  const fields = [...stored, ...seedFields.filter((f) => !ids.has(f.id))].sort((a, b) => a.order - b.order);
  kept.set(table, { at: performance.now(), fields });
  return fields;
}

/** After a change: this process reads anew. Others notice within {@link keepForMs}. */
export const forgetFields = (table: Table): void => {
  kept.delete(table);
};

/** Every column of the public site: those of the county as a whole, and one for each field. */
export async function loadColumns(deps: Pick<Deps, 'table'>): Promise<readonly Column[]> {
  const fields = await loadFields(deps);
  const columns = columnsOf.get(fields) ?? [...generalColumns, ...fields.map(fieldColumn)];
  columnsOf.set(fields, columns);
  return columns;
}
/** The same while the fields are the same: what is made of them can tell. */
const columnsOf = new WeakMap<readonly CatalogueField[], readonly Column[]>();

/** What the site calls a column; its id, where it is none of ours any more. */
export const columnName = async (deps: Pick<Deps, 'table'>, id: string): Promise<string> =>
  (await loadColumns(deps)).find((c) => c.id === id)?.name ?? id;
