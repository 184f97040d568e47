/** Cuts in the text as the reader gave it. */
import { cutPieces, type Piece } from './cut-pieces.ts';
import { cellsByRow, type Removal, rowKey } from './removal.ts';

export interface Block {
  text: string;
  kind: 'paragraph' | 'heading' | 'row';
  cells?: string[] | undefined;
  table?: number | undefined;
}

export const cellsOf = ({ text, cells }: Block): string[] => cells ?? text.split('\t');

export function cutBlocks(blocks: readonly Block[], removal: Removal): { blocks: Block[]; removed: number } {
  const wanted = cellsByRow(removal.cells);
  let removed = 0;
  const rows = blocks.map((block) => {
    if (block.kind !== 'row') return [block.text];
    const cells = cellsOf(block);
    const puts = wanted.get(rowKey(cells));
    return cells.map((cell, column) => {
      const put = puts?.get(column);
      if (put === undefined || cell.trim() === '') return cell;
      removed++;
      return put;
    });
  });
  const pieces = rows.flatMap((cells, i) =>
    cells.map((text, column): Piece => ({
      text,
      before: column > 0 || blocks[i]!.kind === 'row' ? '\t' : '\n',
    })),
  );
  const cut = cutPieces(pieces, removal.texts);
  let at = 0;
  const result = blocks.map((block, i): Block => {
    const cells = cut.texts.slice(at, (at += rows[i]!.length));
    return { ...block, text: cells.join('\t'), ...(block.kind === 'row' ? { cells } : {}) };
  });
  return { blocks: result, removed: removed + cut.removed };
}
