/** What a new list changes, row by row and column by column. */
import type { CatalogueItem, ItemContent } from '@gongkai/domain/catalogue-item.ts';
import { leafColumns, type Leaf } from './leaf-columns.ts';
import { leafText } from './to-cells.ts';

export interface Change {
  item: CatalogueItem;
  columns: { leaf: Leaf; heading: string; before: string; after: string }[];
}
export interface Comparison {
  added: CatalogueItem[];
  removed: CatalogueItem[];
  changed: Change[];
  unchanged: number;
}

/** By id; ended items count as not being there. */
export function compare(before: readonly CatalogueItem[], after: readonly CatalogueItem[]): Comparison {
  const old = new Map(before.filter(isOpen).map((item) => [item.id, item]));
  const listed = after.filter(isOpen);
  const ids = new Set(listed.map((item) => item.id));
  const changed = listed.flatMap((item) => {
    const earlier = old.get(item.id);
    const columns = earlier ? differences(earlier, item) : [];
    return columns.length > 0 ? [{ item, columns }] : [];
  });
  const added = listed.filter((item) => !old.has(item.id));
  return {
    added,
    removed: [...old.values()].filter((item) => !ids.has(item.id)),
    changed,
    unchanged: listed.length - added.length - changed.length,
  };
}

const isOpen = (item: CatalogueItem): boolean => item.until === undefined;

const differences = (before: ItemContent, after: ItemContent): Change['columns'] =>
  leafColumns.flatMap(({ leaf, heading }) => {
    const [b, a] = [leafText(leaf, before, 0), leafText(leaf, after, 0)];
    return a === b ? [] : [{ leaf, heading, before: b, after: a }];
  });
