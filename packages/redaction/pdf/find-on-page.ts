/** Where on a page stands what is to be covered. */
import { type Box, boxOf } from '@gongkai/reading/page-box.ts';
import { findAll } from '../find-all.ts';
import { folded } from '../fold.ts';
import { type CellRemoval, type Removal, rowKey } from '../removal.ts';

/** A character of the page, as reading finds it. */
export interface Standing {
  text: string;
  /** Begin of the baseline; lengths in points, y upwards. */
  x: number;
  y: number;
  box: Box;
  size: number;
  quarters: number;
}

export interface OnPage {
  boxes: Box[];
  /** Folded texts, and keys of rows, that stand on this page. */
  met: Set<string>;
}

/** A stretch of characters that reads as a text. */
interface Stretch {
  box: Box;
  parts: Box[];
}

export function findOnPage(characters: readonly Standing[], removal: Removal): OnPage {
  const orders = [characters, ...visualOrders(characters)];
  const found: OnPage = { boxes: [], met: new Set() };
  const texts = new Set(removal.texts.map((t) => folded(t.text)));
  for (const [text, stretches] of stretchesIn(orders, texts)) {
    found.met.add(text);
    for (const { parts } of stretches) found.boxes.push(...parts);
  }
  if (removal.cells.length > 0) findCells(orders, removal.cells, found);
  return found;
}

/** What is left to be read when everything under the boxes is covered: in the file's order, and as it stands. */
export function uncovered(characters: readonly Standing[], boxes: readonly Box[]): string[] {
  const rest = characters.filter((c) => !boxes.some((box) => covers(box, coreOf(bodyOf(c)))));
  return [rest, ...visualOrders(rest)].map((order) => order.map((c) => c.text).join(''));
}

const covers = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left &&
  outer.right >= inner.right &&
  outer.bottom <= inner.bottom &&
  outer.top >= inner.top;

/** A cover that leaves out the edges of a letter still hides it. */
const coreOf = ({ left, right, bottom, top }: Box): Box => ({
  left: left + (right - left) * 0.2,
  right: right - (right - left) * 0.2,
  bottom: bottom + (top - bottom) * 0.3,
  top: top - (top - bottom) * 0.3,
});

/** Lines from top to bottom, each from left to right, for every direction in which text runs. */
function visualOrders(characters: readonly Standing[]): Standing[][] {
  return [...Map.groupBy(characters, (c) => c.quarters % 4).values()].map((some) => {
    const along = ({ x, y, quarters }: Standing): number => [x, y, -x, -y][quarters % 4]!;
    const across = ({ x, y, quarters }: Standing): number => [-y, x, y, -x][quarters % 4]!;
    const lines: Standing[][] = [];
    for (const character of some.toSorted((a, b) => across(a) - across(b))) {
      const last = lines.at(-1)?.[0];
      if (last && across(character) - across(last) < last.size * 0.5) lines.at(-1)!.push(character);
      else lines.push([character]);
    }
    return lines.flatMap((line) => line.toSorted((a, b) => along(a) - along(b)));
  });
}

function stretchesIn(
  orders: readonly (readonly Standing[])[],
  texts: ReadonlySet<string>,
): Map<string, Stretch[]> {
  const found = new Map<string, Stretch[]>();
  for (const order of orders) {
    let stream = '';
    const owner: number[] = [];
    for (const [i, { text }] of order.entries())
      for (const unit of folded(text).split('')) {
        stream += unit;
        owner.push(i);
      }
    for (const { needle, start } of findAll(stream, texts)) {
      const inside = order.slice(owner[start], owner[start + needle.length - 1]! + 1);
      const parts = inside.map(coverOf);
      const list = found.get(needle) ?? [];
      if (list.length === 0) found.set(needle, list);
      list.push({ parts, box: around(parts) });
    }
  }
  return found;
}

/** A little more than the letter: its neighbours are not touched. */
const coverOf = (character: Standing): Box => {
  const { left, right, bottom, top } = bodyOf(character);
  const more = character.size * 0.04;
  return { left: left - more, right: right + more, bottom: bottom - more, top: top + more };
};

/** In sizes of the font, below and above the baseline: further than the strokes of any letter reach. */
const below = 0.24;
const above = 0.94;

/**
 * Where the letter stands. Boxes of fonts reach far above and below their letters, into other lines; those of fonts
 * that are not in the file may have no height at all. The baseline and the size are right in both.
 */
function bodyOf({ box, x, y, size, quarters }: Standing): Box {
  const [down, up] = [size * below, size * above];
  if (quarters % 4 === 0) return { ...box, bottom: y - down, top: y + up };
  if (quarters % 4 === 2) return { ...box, bottom: y - up, top: y + down };
  return quarters % 4 === 1
    ? { ...box, left: x - up, right: x + down }
    : { ...box, left: x - down, right: x + up };
}

const around = (boxes: readonly Box[]): Box =>
  boxOf(boxes.flatMap((b) => [[b.left, b.bottom] as const, [b.right, b.top] as const]));

/** A cell is where its text stands with those of all other cells of the row beside it, in their order. */
function findCells(
  orders: readonly (readonly Standing[])[],
  cells: readonly CellRemoval[],
  found: OnPage,
): void {
  const texts = new Set(cells.flatMap(({ row }) => row.map(folded)).filter((text) => text !== ''));
  const places = stretchesIn(orders, texts);
  for (const { row, column } of cells) {
    const wanted = places.get(folded(row[column] ?? '')) ?? [];
    const others = row
      .map((text, i) => ({ text: folded(text), before: i < column }))
      .filter(({ text }, i) => i !== column && text !== '');
    const own = wanted.filter(({ box }) =>
      others.every(({ text, before }) =>
        (places.get(text) ?? []).some(
          (other) =>
            sameRow(box, other.box) &&
            (before ? other.box.right <= box.left + 1 : other.box.left >= box.right - 1),
        ),
      ),
    );
    if (own.length > 0) found.met.add(rowKey(row));
    for (const { parts } of own) found.boxes.push(...parts);
  }
}

const sameRow = (a: Box, b: Box): boolean =>
  Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom) > Math.min(a.top - a.bottom, b.top - b.bottom) * 0.4;
