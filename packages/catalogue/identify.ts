/** Gives the rows of a new list the ids of the items they continue, so that a renamed item keeps its address. */
import { createHash } from 'node:crypto';
import { type CatalogueItem, type ItemContent, itemName } from '@gongkai/domain/catalogue-item.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { squeezed } from './grid.ts';

interface Part {
  field: string;
  department: string;
}

/**
 * `before`: the part as it stands, ended items included. An item continues if its names are the same, or if nothing
 * but its names changed. What is gone ends the day before `today`; an item that comes back has its old id.
 */
export function identify(
  part: Part,
  contents: readonly ItemContent[],
  before: readonly CatalogueItem[],
  today: LocalDate,
): CatalogueItem[] {
  const byName = new Map(before.map((item) => [keyOf(item), item]));
  const continued = new Map<ItemContent, CatalogueItem>();
  for (const content of contents) {
    const same = byName.get(keyOf(content));
    if (same) continued.set(content, same);
  }
  const taken = new Set([...continued.values()].map((item) => item.id));
  const renamable = new Map(
    before
      .filter((item) => item.until === undefined && !taken.has(item.id))
      .map((item) => [substance(item), item]),
  );
  for (const content of contents) {
    const renamed = continued.has(content) ? undefined : renamable.get(substance(content));
    if (!renamed) continue;
    continued.set(content, renamed);
    renamable.delete(substance(content));
  }
  const used = new Set(before.map((item) => item.id));
  return contents.map((content) => {
    const old = continued.get(content);
    if (old) return { ...content, id: old.id, department: old.department, since: sinceOf(old, today) };
    const id = freshId(part, content, used);
    used.add(id);
    return { ...content, id, department: part.department, since: today };
  });
}

const keyOf = (content: Pick<ItemContent, 'first' | 'second'>): string => squeezed(itemName(content));
const substance = ({ content, basis, publishers }: ItemContent): string =>
  squeezed([content, basis, publishers.map((p) => p.name).join('、')].join('\n'));

/** An item that was off the list begins anew. */
const sinceOf = (old: CatalogueItem, today: LocalDate): LocalDate =>
  old.until === undefined ? old.since : today;

/** Follows from what is named, so that a repeated step makes the same id; a taken one is drawn again. */
function freshId({ field, department }: Part, content: ItemContent, used: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const hash = createHash('sha256')
      .update(JSON.stringify([field, department, keyOf(content), attempt]))
      .digest('hex');
    const id = `${field}-${hash.slice(0, 8)}`;
    if (!used.has(id)) return id;
  }
}

/** The new list, followed by the items it no longer has, which end. */
export function withEnded(
  next: readonly CatalogueItem[],
  before: readonly CatalogueItem[],
  lastDay: LocalDate,
): CatalogueItem[] {
  const listed = new Set(next.map((item) => item.id));
  const gone = before.filter((item) => !listed.has(item.id));
  return [...next, ...gone.map((item) => Object.assign({}, item, { until: item.until ?? lastDay }))];
}
