/** Which item a document belongs to, by the words of its title: pairs of characters, rare ones count more. */
import { type CatalogueItem, itemName } from '@gongkai/domain/catalogue-item.ts';
import { squeezed } from './grid.ts';

export interface Match {
  item: CatalogueItem;
  /** Words that title and item share, longest first. */
  words: string[];
}

/** Half of what the item's name could have in common: less is chance. */
const enough = 0.5;

/** Undefined: none is near, or two are equally near. */
export function matchItem(title: string, items: readonly CatalogueItem[]): Match | undefined {
  const wanted = pairs(squeezed(title));
  const named = items.map((item) => ({ item, own: pairs(squeezed(itemName(item))) }));
  const frequency = new Map<string, number>();
  for (const { own } of named) for (const pair of own) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const weight = (pair: string): number => Math.log(1 + items.length / (frequency.get(pair) ?? 1));
  const scored = named
    .map(({ item, own }) => {
      const sum = (list: readonly string[]): number => list.reduce((total, pair) => total + weight(pair), 0);
      const all = sum([...own]);
      return { item, score: all === 0 ? 0 : sum([...own].filter((pair) => wanted.has(pair))) / all };
    })
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best || best.score < enough || best.score === next?.score) return undefined;
  return { item: best.item, words: sharedWords(squeezed(title), squeezed(itemName(best.item))) };
}

const pairs = (text: string): Set<string> => {
  const found = new Set<string>();
  for (let i = 0; i + 2 <= text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (/^[\p{L}\p{N}]{2}$/u.test(pair)) found.add(pair);
  }
  return found;
};

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
