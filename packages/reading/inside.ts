/** What files inside a file add to it: their texts under their names, and what could not be read of them. */
import { secrecyInside } from './secrecy.ts';
import type { Content, Inner } from './types.ts';

export type Inside = Required<Pick<Content, 'hidden' | 'pictures' | 'problems'>> &
  Pick<Content, 'scanned' | 'secrecy'>;

/** All but its visible text; `place` is its name, for people. `line` is that of the heading which names it, if any. */
export function insideOf(inner: Inner, place: string, line = 0): Inside {
  if (!inner.ok) return { hidden: [], pictures: [], problems: [`${place}没有读取：${inner.message}`] };
  const { hidden, problems, pictures = [], scanned, secrecy } = inner.content;
  const placed = <T extends { place: string }>(what: T): T => ({ ...what, place: `${place}：${what.place}` });
  return {
    hidden: hidden.map(placed),
    pictures: pictures.map(placed),
    problems: problems.map((problem) => `${place}：${problem}`),
    ...(scanned ? { scanned } : {}),
    ...(secrecy ? { secrecy: secrecyInside(secrecy, line) } : {}),
  };
}

export function addInside(all: Inside, inside: Inside): void {
  append(all.hidden, inside.hidden);
  append(all.problems, inside.problems);
  append(all.pictures, inside.pictures);
  if (inside.scanned) all.scanned = true;
  if (inside.secrecy) all.secrecy ??= inside.secrecy;
}

/** `push(...items)` overflows the stack with a hundred thousand of them. */
export function append<T>(to: T[], items: Iterable<T>): void {
  for (const item of items) to.push(item);
}
