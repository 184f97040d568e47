/** Writes a document and notes where each thing stands in it that must be found, or must not. */
import type { Block, Hidden } from '@gongkai/reading/types.ts';
import type { FindingKind } from '@gongkai/screening/types.ts';

export interface Label {
  /** What screening must say; undefined for a decoy, about which it must say nothing but a note. */
  kind: FindingKind | undefined;
  /** What it is, for the report. */
  what: string;
  where: 'text' | 'hidden';
  line: number;
  start: number;
  end: number;
  text: string;
}

export interface LabelledDocument {
  name: string;
  blocks: Block[];
  hidden: Hidden[];
  labels: Label[];
}

export interface Marked {
  text: string;
  kind: FindingKind | undefined;
  what: string;
}
type Piece = string | Marked;
export type Cell = Piece | readonly Piece[];

export const real = (kind: FindingKind, text: string): Marked => ({ text, kind, what: kind });
export const decoy = (what: string, text: string): Marked => ({ text, kind: undefined, what });

export class Page {
  readonly document: LabelledDocument;
  #tables = 0;

  constructor(name: string) {
    this.document = { name, blocks: [], hidden: [], labels: [] };
  }

  line(...pieces: Piece[]): this {
    const text = this.#mark(pieces, 'text', this.document.blocks.length);
    this.document.blocks.push({ text, kind: 'paragraph' });
    return this;
  }

  table(headings: readonly Cell[], rows: readonly (readonly Cell[])[]): this {
    return this.rows([headings, ...rows]);
  }

  /** A cell with a tab in it is several cells: a number may be split over them. */
  rows(rows: readonly (readonly Cell[])[]): this {
    this.#tables++;
    for (const cells of rows) {
      const text = this.#mark(joined(cells), 'text', this.document.blocks.length);
      this.document.blocks.push({ text, kind: 'row', cells: text.split('\t'), table: this.#tables });
    }
    return this;
  }

  hidden(kind: Hidden['kind'], place: string, ...pieces: Piece[]): this {
    const text = this.#mark(pieces, 'hidden', this.document.hidden.length);
    this.document.hidden.push({ kind, text, place });
    return this;
  }

  hiddenCells(kind: Hidden['kind'], place: string, headings: string[], cells: readonly Cell[]): this {
    const text = this.#mark(joined(cells), 'hidden', this.document.hidden.length);
    this.document.hidden.push({ kind, text, place, headings, cells: text.split('\t') });
    return this;
  }

  #mark(pieces: readonly Piece[], where: Label['where'], line: number): string {
    let text = '';
    for (const piece of pieces) {
      if (typeof piece === 'string') text += piece;
      else {
        const start = text.length;
        text += piece.text;
        if (piece.text !== '') this.document.labels.push({ ...piece, where, line, start, end: text.length });
      }
    }
    return text;
  }
}

const joined = (cells: readonly Cell[]): Piece[] =>
  cells.flatMap((cell, i) => [
    ...(i > 0 ? ['\t'] : []),
    ...(Array.isArray(cell) ? (cell as Piece[]) : [cell as Piece]),
  ]);
