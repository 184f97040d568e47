/** The items of the catalogue as they stand, from files that never change. */
import { fieldOfItem, isListed, itemName, type CatalogueItem } from '@gongkai/domain/catalogue-item.ts';
import { type CatalogueField, editionOn } from '@gongkai/domain/catalogue-field.ts';
import { policyColumn, policyItem } from '@gongkai/domain/catalogue.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { loadFields } from './catalogue-columns.ts';
import { loadEdition } from './catalogue-files.ts';

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
