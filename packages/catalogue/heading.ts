/** Finds the heading rows of a template and which column is which, however many rows they take. */
import { squeezed, type SheetRow } from './grid.ts';
import { type Group, groupCalled, type Leaf, leafCalled, leafColumns } from './leaf-columns.ts';

export interface Heading {
  /** Index of the first row after the heading. */
  end: number;
  /** Column of each leaf. */
  leaves: ReadonlyMap<Leaf, number>;
  /** Columns under a group heading that has no leaf headings: one column holds all its answers. */
  groups: ReadonlyMap<Group, number>;
  /** Headings that are not the template's, with their column. */
  strange: readonly { column: number; text: string }[];
}

/** A title, a unit, a date may stand above; a template never begins this far down. */
const searched = 30;
/** So many headings in one row are no accident. */
const telling = 4;
const mostHeadingRows = 4;

/** `rows` with merges filled. Undefined: the sheet has no template on it. */
export function findHeading(rows: readonly SheetRow[]): Heading | undefined {
  const start = rows
    .slice(0, searched)
    .findIndex((row) => new Set(row.cells.flatMap(labelsOf)).size >= telling);
  if (start < 0) return undefined;
  let end = start + 1;
  while (end < rows.length && end - start < mostHeadingRows && isHeading(rows[end]!)) end++;
  const stacks = stacksOf(rows.slice(start, end));
  const leaves = new Map<Leaf, number>();
  const groups = new Map<Group, number>();
  const strange: { column: number; text: string }[] = [];
  for (const [column, stack] of stacks) {
    const leaf = stack.map(leafCalled).findLast((l) => l !== undefined);
    const group = stack.map(groupCalled).findLast((g) => g !== undefined);
    if (leaf && !leaves.has(leaf)) leaves.set(leaf, column);
    else if (group === 'item' && !leaf) namelessItem(leaves, column);
    else if (group && !leaf && !groups.has(group)) groups.set(group, column);
    else if (stack.at(-1)) strange.push({ column, text: stack.at(-1)! });
  }
  return { end, leaves, groups, strange };
}

/** 公开事项 over two columns without names of their own: the first level, then the second. */
function namelessItem(leaves: Map<Leaf, number>, column: number): void {
  if (!leaves.has('first')) leaves.set('first', column);
  else if (!leaves.has('second')) leaves.set('second', column);
}

const labelsOf = (cell: SheetRow['cells'][number]): string[] => {
  const text = squeezed(cell?.text ?? '');
  return [leafCalled(text), groupCalled(text)].filter((l) => l !== undefined);
};

/** Every text in it is a heading, or continues one from above by a merge. */
function isHeading({ cells }: SheetRow): boolean {
  const texts = cells.filter((cell) => squeezed(cell?.text ?? '') !== '');
  return (
    texts.length > 1 &&
    texts.filter((cell) => labelsOf(cell).length > 0).length >= texts.length / 2 &&
    !isCount(texts)
  );
}

const isCount = (texts: readonly SheetRow['cells'][number][]): boolean =>
  texts.every((cell) => /^\d+$/.test(squeezed(cell?.text ?? '')));

/** The different texts above each other in each column. */
function stacksOf(rows: readonly SheetRow[]): Map<number, string[]> {
  const stacks = new Map<number, string[]>();
  for (const { cells } of rows)
    for (const [column, cell] of cells.entries()) {
      const text = squeezed(cell?.text ?? '');
      const stack = stacks.get(column) ?? [];
      if (text !== '' && stack.at(-1) !== text) stack.push(text);
      stacks.set(column, stack);
    }
  return stacks;
}

/** What a catalogue cannot do without (耿政办发〔2020〕49号 names eight elements; the level is the template's). */
export function missingHeadings({ leaves, groups }: Heading): string[] {
  const needed = leafColumns.filter(
    ({ leaf, group }) => leaf !== 'number' && leaf !== 'second' && !(group && groups.has(group)),
  );
  return needed.filter(({ leaf }) => !leaves.has(leaf)).map(({ heading }) => heading);
}
