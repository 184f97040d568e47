/** The catalogue as it stands: fields from one bounded query, kept for a few seconds; items from files that never change. */
import { fieldOfItem, isListed, itemName, type CatalogueItem } from '@gongkai/domain/catalogue-item.ts';
import { type CatalogueField, editionOn } from '@gongkai/domain/catalogue-field.ts';
import {
  type Column,
  fieldColumn,
  generalColumns,
  policyColumn,
  policyItem,
} from '@gongkai/domain/catalogue.ts';
import { seedFields } from '@gongkai/domain/catalogue-seed.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { loadEdition } from './catalogue-files.ts';
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
export const loadColumns = async (deps: Pick<Deps, 'table'>): Promise<Column[]> => [
  ...generalColumns,
  ...(await loadFields(deps)).map(fieldColumn),
];

/** What the site calls a column; its id, where it is none of ours any more. */
export const columnName = async (deps: Pick<Deps, 'table'>, id: string): Promise<string> =>
  (await loadColumns(deps)).find((c) => c.id === id)?.name ?? id;

/** What documents may be filed under: the county's policy documents, a field as a whole, or one item. */
export interface Subject {
  id: string;
  name: string;
  /** Column of the public site. */
  column: string;
  field?: CatalogueField;
  item?: CatalogueItem;
}

/** Undefined: there is no such thing. Items that ended are found as well. */
export async function subjectOf(
  deps: Pick<Deps, 'table' | 'files' | 'clock'>,
  id: string,
): Promise<Subject | undefined> {
  if (id === policyItem) return { id, name: '政策文件', column: policyColumn };
  const fields = await loadFields(deps);
  const whole = fields.find((f) => f.id === id);
  if (whole) return { id, name: whole.name, column: whole.id, field: whole };
  const field = fields.find((f) => f.id === fieldOfItem(id));
  const item = field && (await itemsOf(deps, field)).find((i) => i.id === id);
  return item && { id, name: `${field.name}·${itemName(item)}`, column: field.id, field, item };
}

/** Items of the edition in force today, ended ones included. */
export async function itemsOf(
  deps: Pick<Deps, 'files' | 'clock'>,
  field: CatalogueField,
): Promise<readonly CatalogueItem[]> {
  const edition = editionOn(field, localDate(deps.clock.now()));
  return edition ? (await loadEdition(deps.files, field.id, edition.sha256)).items : [];
}

/** Those that the catalogue lists today. */
export async function listedItems(
  deps: Pick<Deps, 'files' | 'clock'>,
  field: CatalogueField,
): Promise<CatalogueItem[]> {
  const today = localDate(deps.clock.now());
  return (await itemsOf(deps, field)).filter((item) => isListed(item, today));
}
