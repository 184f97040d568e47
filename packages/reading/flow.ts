/** One stream of text in a .doc or .rtf: the body, a header, a note, a comment. */
import { lineBlocks, maxBlocks, rowBlock } from './blocks.ts';
import { alignRows, type EdgedRow } from './cell-edges.ts';
import { oneLine } from './clean.ts';
import { Refusal } from './refusal.ts';
import type { Block, Hidden } from './types.ts';

const placeName: Partial<Record<Hidden['kind'], string>> = {
  deleted: '修订中删除的文字',
  vanished: '设为隐藏的文字',
  invisible: '白色或极小的文字',
  field: '域代码',
};

export interface Destination {
  /** Shown outside the body. */
  part?: NonNullable<Block['part']>;
  /** Not shown at all. */
  hidden?: Hidden['kind'];
  /** Chinese. */
  place?: string;
}

export class Flow {
  readonly blocks: Block[] = [];
  readonly hidden: Hidden[] = [];
  readonly #destination: Destination;
  #text = '';
  #unseen = new Map<Hidden['kind'], string>();
  #cells: string[] = [];
  #rows: EdgedRow[] = [];
  /** Right edges of the row being read. */
  edges: number[] = [];

  constructor(destination: Destination) {
    this.#destination = destination;
  }

  add(text: string, unseen: Hidden['kind'] | undefined): void {
    if (unseen === undefined) this.#text += text;
    else this.#unseen.set(unseen, (this.#unseen.get(unseen) ?? '') + text);
  }

  /** Within a table, a line of the cell. */
  endParagraph(inTable: boolean, heading: boolean): void {
    this.#keepUnseen();
    if (inTable) {
      this.#text += '\n';
      return;
    }
    if (this.#cells.length === 0) this.#endTable();
    this.#emit(lineBlocks(this.#text.replaceAll('\t', ' '), heading));
    this.#text = '';
  }

  endCell(): void {
    this.#keepUnseen();
    this.#cells.push(this.#text);
    this.#text = '';
  }

  endRow(): void {
    this.#rows.push({ cells: this.#cells, edges: this.edges });
    if (this.#rows.length > maxBlocks) throw new Refusal('too-large');
    this.#cells = [];
  }

  end(): void {
    if (this.#cells.length > 0) this.endRow();
    this.endParagraph(false, false);
    this.#endTable();
  }

  #endTable(): void {
    const rows = alignRows(this.#rows).map((cells) => rowBlock(cells));
    this.#rows = [];
    // 1 begins a table, 0 goes on with it: see numberTables.
    this.#emit(
      rows
        .filter((row) => row.text.trim() !== '')
        .map((row, i) => Object.assign(row, { table: i === 0 ? 1 : 0 })),
    );
  }

  #keepUnseen(): void {
    for (const [kind, text] of this.#unseen) {
      const line = oneLine(text);
      if (line !== '') this.hidden.push({ kind, text: line, place: placeName[kind] ?? '' });
    }
    this.#unseen.clear();
  }

  #emit(blocks: readonly Block[]): void {
    const { part, hidden: kind, place = '' } = this.#destination;
    for (const block of blocks)
      if (kind) this.hidden.push({ kind, text: block.text, place });
      else this.blocks.push(part ? { ...block, part } : block);
    if (this.blocks.length > maxBlocks) throw new Refusal('too-large');
  }
}

/** Numbers the tables of several flows one after the other. */
export function numberTables(blocks: readonly Block[]): Block[] {
  let table = 0;
  return blocks.map((block) =>
    block.table === undefined ? block : { ...block, table: (table += block.table) },
  );
}
