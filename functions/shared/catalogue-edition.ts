/** The field's new edition after a part of it was approved: a file with every item, named in the field's own item. */
import { compare } from '@gongkai/catalogue/compare.ts';
import { type CatalogueField, type Edition, keptEditions } from '@gongkai/domain/catalogue-field.ts';
import type { CatalogueItem } from '@gongkai/domain/catalogue-item.ts';
import { type CataloguePart, partId } from '@gongkai/domain/catalogue-part.ts';
import { ConditionFailed } from '@gongkai/platform/ports.ts';
import { forgetFields } from './catalogue-columns.ts';
import { loadEdition, loadPartItems, saveEdition } from './catalogue-files.ts';
import type { FilingDeps } from './catalogue-filing.ts';
import { needField } from './catalogue-fields.ts';
import { catalogueFields } from './stores.ts';

const tries = 8;

/** Safe to run twice: a part that is in the newest edition already changes nothing. */
export async function enterPart(deps: FilingDeps, part: CataloguePart): Promise<void> {
  for (let left = tries; ; left--) {
    try {
      await tryToEnter(deps, part);
      return;
    } catch (error) {
      // Another department's part came in between: its items must be in this edition, too.
      if (!(error instanceof ConditionFailed) || left === 0) throw error;
    } finally {
      forgetFields(deps.table);
    }
  }
}

async function tryToEnter(deps: FilingDeps, { department, approved, ...part }: CataloguePart): Promise<void> {
  const field = await needField(deps, part.field);
  if (!approved || field.parts[department] === approved.sha256) return;
  const parts = { ...field.parts, [department]: approved.sha256 };
  const last = field.editions[0];
  const before = last ? (await loadEdition(deps.files, field.id, last.sha256)).items : [];
  const items = await itemsOfParts(deps, field, parts);
  const { added, removed, changed } = compare(before, items);
  const number = (last?.number ?? 0) + 1;
  const from = last && last.from > approved.from ? last.from : approved.from;
  const file = { field: field.id, number, from, previous: last?.sha256 ?? null, items };
  const edition: Edition = {
    number,
    from,
    at: approved.at,
    actor: approved.actor,
    department,
    reason: approved.reason,
    sha256: await saveEdition(deps.files, file),
    items: items.filter((item) => item.until === undefined).length,
    added: added.length,
    removed: removed.length,
    changed: changed.length,
  };
  const next = { ...field, parts, editions: [edition, ...field.editions].slice(0, keptEditions) };
  await catalogueFields(deps.table).update(field.id, (current) => {
    if (current.version !== field.version) throw new ConditionFailed(field.id, undefined);
    return next;
  });
}

/** In the order of the field's departments; items of one first level stand together. */
async function itemsOfParts(
  { files }: FilingDeps,
  { id, departments }: CatalogueField,
  parts: Readonly<Record<string, string>>,
): Promise<CatalogueItem[]> {
  const order = [
    ...departments,
    ...Object.keys(parts)
      .filter((d) => !departments.includes(d))
      .sort(),
  ];
  const lists = await Promise.all(
    order.filter((d) => d in parts).map((d) => loadPartItems(files, partId(id, d), parts[d]!)),
  );
  return [...Map.groupBy(lists.flat(), (item) => item.first).values()].flat();
}
