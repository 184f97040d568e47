/** Walks one worksheet (ECMA-376 part 1, 18.3): its cells as they are shown, and what is hidden of it. */
import { showNumber } from './number-format.ts';
import { areaAt, type Cell, cellAt, columnName, lastColumn, type SheetRow } from './sheet.ts';
import { walkXml } from './xml.ts';
import type { CellStyle } from './xlsx-styles.ts';

export interface Workbook {
  strings: readonly string[];
  styleOf: (index: string | undefined) => CellStyle;
  date1904: boolean;
  deadline: number;
}

export interface WalkedSheet {
  rows: SheetRow[];
  hiddenColumns: Set<number>;
  /** Literal texts in formulas and rules, with the cell. */
  literals: { text: string; cell: string }[];
  /** Cells whose number lost digits. */
  lossy: string[];
  /** Page header and footer, with their codes. */
  header: string[];
  footer: string[];
}

/** Texts in quotes that could name somebody or carry a number. */
const quotedText = /"((?:[^"]|"")*)"/g;
const telling = /\p{Script=Han}|\d{6}/u;

export function walkSheet(xml: string, workbook: Workbook): WalkedSheet {
  const walk = new Walk(workbook);
  walkXml(xml, walk, workbook.deadline);
  walk.cover();
  return walk;
}

class Walk implements WalkedSheet {
  readonly rows: SheetRow[] = [];
  readonly hiddenColumns = new Set<number>();
  readonly literals: WalkedSheet['literals'] = [];
  readonly lossy: string[] = [];
  readonly header: string[] = [];
  readonly footer: string[] = [];
  readonly #workbook: Workbook;
  readonly #merged: NonNullable<ReturnType<typeof areaAt>>[] = [];
  #row = -1;
  #column = -1;
  #type = '';
  #style: string | undefined;
  #value = '';
  #formula = '';
  /** Texts in the formula of the cell being read: its result may be one of them. */
  readonly #quoted: string[] = [];
  #element = '';
  #phonetic = false;
  #inCell = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.#element = name;
    if (name === 'c') this.#startCell(attributes);
    else if (name === 'row') this.#startRow(attributes);
    else if (name === 'rPh') this.#phonetic = true;
    else if (name === 'col') this.#hideColumns(attributes);
    else if (name === 'mergeCell') {
      const area = areaAt(attributes['ref'] ?? '');
      if (area) this.#merged.push(area);
    } else if (name === 'dataValidation')
      for (const key of ['prompt', 'promptTitle', 'error', 'errorTitle'])
        this.#literal(attributes[key] ?? '', attributes['sqref']);
  }

  text(text: string): void {
    const element = this.#element;
    if (element === 'v' || (element === 't' && !this.#phonetic)) this.#value += text;
    else if (element === 'f' || /^formula\d?$/.test(element)) this.#formula += text;
    else if (element.endsWith('Header')) this.header.push(text);
    else if (element.endsWith('Footer')) this.footer.push(text);
  }

  close(name: string): void {
    this.#element = '';
    if (name === 'c') this.#endCell();
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'f' || /^formula\d?$/.test(name)) this.#endFormula();
  }

  #startRow({ r, hidden, ht }: Record<string, string>): void {
    this.#row = r === undefined ? this.#row + 1 : Number(r) - 1;
    this.#column = -1;
    const flat = ht !== undefined && Number(ht) === 0;
    this.rows.push({ row: this.#row, hidden: isOn(hidden) || flat, cells: [] });
  }

  #startCell({ r, t = 'n', s }: Record<string, string>): void {
    const at = r === undefined ? undefined : cellAt(r);
    this.#column = at?.column ?? this.#column + 1;
    [this.#type, this.#style, this.#value, this.#inCell] = [t, s, '', true];
  }

  #hideColumns({ min, max, hidden, width }: Record<string, string>): void {
    if (!isOn(hidden) && (width === undefined || Number(width) > 0.1)) return;
    const last = Math.min(Number(max), lastColumn + 1);
    for (let column = Math.max(Number(min), 1); column <= last; column++) this.hiddenColumns.add(column - 1);
  }

  #endCell(): void {
    this.#inCell = false;
    const style = this.#workbook.styleOf(this.#style);
    const { text, raw } = this.#value === '' ? same('') : this.#shown(style);
    for (const quoted of this.#quoted.splice(0)) if (quoted !== text) this.#literal(quoted, this.#name());
    if (raw === '') return;
    const cell: Cell = { column: this.#column, text };
    if (text === '') Object.assign(cell, { text: raw, unseen: '数字格式不显示' });
    else if (style.white) cell.unseen = '白色文字';
    this.rows.at(-1)?.cells.push(cell);
  }

  #shown({ format }: CellStyle): { text: string; raw: string } {
    const raw = this.#value;
    if (this.#type === 's') return asFormatted(this.#workbook.strings[Number(raw)] ?? '', format);
    if (this.#type === 'inlineStr' || this.#type === 'str') return asFormatted(raw, format);
    if (this.#type === 'd') return same(raw.replace('T', ' ').replace(/ 00:00:00(\.0+)?Z?$/, ''));
    if (this.#type === 'b') return same(raw === '1' ? 'TRUE' : 'FALSE');
    if (this.#type !== 'n' || raw.trim() === '' || Number.isNaN(Number(raw))) return same(raw);
    // Excel would not show all of these digits, but they are there.
    const whole = /^-?\d{16,}$/.test(raw);
    const { text, lost } = showNumber(Number(raw), format, this.#workbook.date1904);
    if (lost) this.lossy.push(this.#name());
    return { text: whole ? raw : text, raw };
  }

  #endFormula(): void {
    for (const [, quoted = ''] of this.#formula.matchAll(quotedText))
      if (this.#inCell) this.#quoted.push(quoted);
      else this.#literal(quoted);
    this.#formula = '';
  }

  #literal(text: string, cell = ''): void {
    if (telling.test(text)) this.literals.push({ text, cell });
  }

  #name(): string {
    return `${columnName(Math.max(0, this.#column))}${this.#row + 1}`;
  }

  /** Under a merged cell others may keep their values, which nobody sees. */
  cover(): void {
    const byRow = new Map(this.rows.map((row) => [row.row, row]));
    let looked = 0;
    for (const { top, left, bottom, right } of this.#merged)
      for (let at = top; at <= bottom && looked < 2_000_000; at++, looked++)
        for (const cell of byRow.get(at)?.cells ?? [])
          if (
            cell.column >= left &&
            cell.column <= right &&
            !(at === top && cell.column === left) &&
            cell.text !== ''
          )
            cell.unseen = '被合并的单元格遮住';
  }
}

/** The fourth part of a format is for texts; when it is there and empty, none is shown. */
const asFormatted = (text: string, format: CellStyle['format']): { text: string; raw: string } =>
  typeof format === 'string' && /^[^;]*;[^;]*;[^;]*;\s*$/.test(format) ? { text: '', raw: text } : same(text);

const same = (text: string): { text: string; raw: string } => ({ text, raw: text });
const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';
