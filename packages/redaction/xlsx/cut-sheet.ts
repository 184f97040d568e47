/** Cuts in the visible cells of a sheet: cells of columns first, then texts, read along the rows. */
import { cutPieces, type Piece } from '../cut-pieces.ts';
import { rowKey, type TextRemoval } from '../removal.ts';
import type { Cell, Sheet } from './sheet.ts';

/** Changes the cells. Gives how many places were cut, and the keys of the rows it met. */
export function cutSheet(
  { rows, shownColumns }: Sheet,
  wanted: ReadonlyMap<string, ReadonlyMap<number, string>>,
  texts: readonly TextRemoval[],
): { removed: number; met: string[] } {
  const indexOf = new Map(shownColumns.map((column, i) => [column, i]));
  const met: string[] = [];
  let removed = 0;
  const pieces: (Piece & { cell: Cell })[] = [];
  for (const row of rows) {
    const cells = row.cells.filter((c) => c.text !== '');
    const key = wanted.size === 0 ? '' : rowKey(cells.map((c) => c.text));
    const puts = wanted.get(key);
    if (puts) {
      met.push(key);
      for (const cell of cells) {
        const text = puts.get(indexOf.get(cell.column) ?? -1);
        if (text === undefined || cell.text.trim() === '') continue;
        put(cell, text);
        removed++;
      }
    }
    for (const cell of cells) pieces.push({ text: cell.text, before: '\t', cell });
  }
  const cut = cutPieces(pieces, texts);
  for (const [i, { cell }] of pieces.entries()) put(cell, cut.texts[i]!);
  return { removed: removed + cut.removed, met };
}

/** A number that was cut is a text from now on. */
function put(cell: Cell, text: string): void {
  if (cell.text === text) return;
  cell.text = text;
  cell.value = undefined;
}
