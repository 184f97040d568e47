/** A table whose cells reach over columns and rows: covered places become empty cells. */
import { maxBlocks } from './blocks.ts';
import { type PlacedRow, withoutSeams } from './placed-row.ts';
import { Refusal } from './refusal.ts';

const most = 1_000;

const bounded = (span: number): number => Math.min(Math.max(Math.floor(span) || 1, 1), most);

export class RowGrid {
  /** For each column, how many further rows a cell above covers it. */
  #covered: number[] = [];
  #cells: string[] = [];
  #starts: number[] = [];
  readonly #rows: PlacedRow[] = [];
  /** Column of the cell being read. */
  #at = 0;
  #inCell = false;

  get inCell(): boolean {
    return this.#inCell;
  }

  startRow(): void {
    this.#cells = [];
    this.#starts = [];
  }

  startCell(columns: number, rows: number): void {
    while ((this.#covered[this.#cells.length] ?? 0) > 0) this.#skip();
    const from = this.#cells.length;
    this.#starts.push(from);
    this.#cells.push('');
    for (let i = 1; i < bounded(columns); i++) this.#cells.push('');
    for (let i = from; i < this.#cells.length; i++) this.#covered[i] = bounded(rows) - 1;
    this.#at = from;
    this.#inCell = true;
  }

  add(text: string): void {
    if (text.trim() !== '') this.#cells[this.#at] += `${this.#cells[this.#at] === '' ? '' : '\n'}${text}`;
  }

  endRow(): void {
    while ((this.#covered[this.#cells.length] ?? 0) > 0) this.#skip();
    this.#inCell = false;
    if (this.#rows.length >= maxBlocks) throw new Refusal('too-large');
    if (this.#cells.some((cell) => cell !== ''))
      this.#rows.push({ cells: this.#cells, starts: this.#starts });
    this.startRow();
  }

  get rows(): string[][] {
    return withoutSeams(this.#rows);
  }

  #skip(): void {
    this.#covered[this.#cells.length]!--;
    this.#cells.push('');
  }
}
