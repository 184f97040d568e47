/** Cuts in a cleaned tree: cells of columns first, then texts, read over runs, paragraphs and cells. */
import { cutPieces, type Piece } from '../cut-pieces.ts';
import { cellsByRow, type Removal, rowKey } from '../removal.ts';
import { type Element, isElement, type Node, type Text } from './tree.ts';

interface Slot {
  node: Text;
  before: Piece['before'];
}
/** A cell and how many columns it covers. */
interface Cell {
  slots: Slot[];
  span: number;
}
interface Collected {
  slots: Slot[];
  rows: Cell[][];
}

/** Changes the texts of the tree. Gives how many places were cut, and the keys of the rows it met. */
export function cutTree(root: Element, removal: Removal): { removed: number; met: Set<string> } {
  const { slots, rows } = collect(root);
  const wanted = cellsByRow(removal.cells);
  const met = new Set<string>();
  let removed = 0;
  for (const row of rows) {
    const key = rowKey(row.flatMap((cell) => cell.slots.map((s) => s.node.text)));
    const columns = wanted.get(key);
    if (!columns) continue;
    met.add(key);
    let column = 0;
    for (const { slots: inCell, span } of row) {
      const put = columns.get(column);
      if (put !== undefined && replace(inCell, put)) removed++;
      column += span;
    }
  }
  const cut = cutPieces(
    slots.map(({ node, before }) => ({ text: node.text, before })),
    removal.texts,
  );
  for (const [i, { node }] of slots.entries()) node.text = cut.texts[i]!;
  return { removed: removed + cut.removed, met };
}

function replace(slots: readonly Slot[], put: string): boolean {
  if (slots.every(({ node }) => node.text.trim() === '')) return false;
  for (const [i, { node }] of slots.entries()) node.text = i === 0 ? put : '';
  return true;
}

function collect(root: Element): Collected {
  const found: Collected = { slots: [], rows: [] };
  let before: Piece['before'] = '';
  const visit = (node: Node, cell: Cell | undefined): void => {
    if (!isElement(node)) return;
    if (node.name === 't') {
      for (const inner of node.children) {
        if (isElement(inner)) continue;
        const slot: Slot = { node: inner, before };
        found.slots.push(slot);
        cell?.slots.push(slot);
        before = '';
      }
      return;
    }
    if (node.name === 'tr' && !cell) return row(node);
    if (node.name === 'tc' || node.name === 'tr') before = '\t';
    else if ((node.name === 'p' || node.name === 'br' || node.name === 'cr') && before === '') before = '\n';
    for (const inner of node.children) visit(inner, cell);
  };
  const row = (element: Element): void => {
    const cells: Cell[] = [];
    for (const node of element.children) {
      if (!isElement(node) || node.name !== 'tc') continue;
      const cell = { slots: [], span: spanOf(node) };
      cells.push(cell);
      before = '\t';
      for (const inner of node.children) visit(inner, cell);
    }
    before = '\t';
    found.rows.push(cells);
  };
  visit(root, undefined);
  return found;
}

const maxSpan = 64;

function spanOf(cell: Element): number {
  const properties = cell.children.filter(isElement).find((c) => c.name === 'tcPr');
  const span = properties?.children.filter(isElement).find((c) => c.name === 'gridSpan');
  return Math.min(Math.max(Number(span?.attributes['val']) || 1, 1), maxSpan);
}
