/** Which item a document belongs to, by its title and text; a person confirms. */
import { indexRows, propose } from '@gongkai/reading/metadata/proposals.ts';
import { type CatalogueItem, itemName } from '@gongkai/domain/catalogue-item.ts';
import { squeezed } from './grid.ts';

export interface Match {
  item: CatalogueItem;
  /** Words that title and item share, longest first. */
  words: string[];
}

/** Ranking cannot say "none of these": half of the item's own name must stand in the title. */
const enough = 0.5;

/** Undefined: none is near. */
export function matchItem(title: string, text: string, items: readonly CatalogueItem[]): Match | undefined {
  const index = indexRows(
    items.map((item) => ({ id: item.id, name: itemName(item), text: `${item.content}\n${item.basis}` })),
  );
  const [best] = propose(index, title, text, 1);
  const item = items.find((i) => i.id === best?.id);
  if (!item) return undefined;
  const name = squeezed(item.second === '' ? item.first : item.second);
  const words = sharedWords(squeezed(title), name);
  const covered = words.reduce((sum, word) => sum + word.length, 0);
  return covered >= name.length * enough ? { item, words } : undefined;
}

/** Longest pieces of the name that stand in the title. */
function sharedWords(title: string, name: string): string[] {
  const words: string[] = [];
  for (let i = 0; i < name.length;) {
    let length = 0;
    while (i + length < name.length && title.includes(name.slice(i, i + length + 1))) length++;
    if (length >= 2) words.push(name.slice(i, i + length));
    i += Math.max(1, length);
  }
  return words.sort((a, b) => b.length - a.length);
}
