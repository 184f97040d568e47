/** Walks one part of a Word file (ECMA-376 part 1, section 17) and sorts its text into shown and not shown. */
import { lineBlocks, maxBlocks, rowBlock } from './blocks.ts';
import { oneLine } from './clean.ts';
import type { PartType } from './docx-parts.ts';
import { isTiny, isWhite, type Look, lookOf, type Styles } from './docx-styles.ts';
import { Refusal } from './refusal.ts';
import type { Block, Hidden } from './types.ts';
import { walkXml } from './xml.ts';

export interface Walked {
  blocks: Block[];
  hidden: Hidden[];
  /** Text of fallback drawings, normally the same as what is shown. */
  alternatives: Hidden[];
  /** Number of the last table. */
  tables: number;
}

export interface WalkOptions {
  type: PartType;
  styles: Styles;
  /** Tables counted in the parts before. */
  tables: number;
  deadline: number;
}

interface Paragraph {
  text: string;
  style: Look;
  /** Has a ground of its own colour. */
  shaded: boolean;
  unseen: Map<Hidden['kind'], string>;
}

interface Cell {
  /** Of its paragraphs. */
  texts: string[];
  /** How many columns it covers. */
  span: number;
  shaded: boolean;
}

interface Table {
  /** A style may paint its cells. */
  styled: boolean;
  /** Those of the row being read. */
  cells: Cell[];
}

const partOf: Partial<Record<PartType, Block['part']>> = {
  header: 'header',
  footer: 'footer',
  footnotes: 'note',
  endnotes: 'note',
};
const placeName: Partial<Record<Hidden['kind'], string>> = {
  deleted: '修订中删除的文字',
  vanished: '设为隐藏的文字',
  invisible: '白色或极小的文字',
  field: '域代码',
  alternative: '文本框的替代内容',
};
const removed = new Set(['del', 'moveFrom']);
const maxSpan = 64;

export function walkPart(xml: string, options: WalkOptions): Walked {
  const walk = new Walk(options);
  walkXml(xml, walk, options.deadline);
  for (const author of walk.authors)
    walk.hidden.push({ kind: 'property', text: author, place: '批注和修订的作者' });
  return walk;
}

class Walk implements Walked {
  readonly blocks: Block[] = [];
  readonly hidden: Hidden[] = [];
  readonly alternatives: Hidden[] = [];
  readonly authors = new Set<string>();
  tables: number;
  readonly #styles: Styles;
  readonly #part: Block['part'];
  /** Paragraphs nest: a text box stands inside a paragraph. */
  readonly #paragraphs: Paragraph[] = [];
  /** Those being read, outermost first. */
  readonly #tables: Table[] = [];
  readonly #path: string[] = [];
  #removed = 0;
  #fallback = 0;
  #box = 0;
  #look: Look = {};
  #shadedRun = false;

  constructor({ type, styles, tables }: WalkOptions) {
    this.#part = partOf[type];
    this.#styles = styles;
    this.tables = tables;
  }

  open(name: string, attributes: Record<string, string>): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (parent === 'rPr') this.#runProperty(name, attributes);
    else if (name === 'p') this.#startParagraph();
    else if (name === 'r') this.#startRun();
    else if (name === 'br' || name === 'cr') this.#add('\n');
    else if ((name === 'tab' && parent !== 'tabs') || name === 'ptab') this.#add(' ');
    else if (name === 'noBreakHyphen') this.#add('-');
    else if (name === 'pStyle') this.#paragraphStyle(attributes['val'] ?? '');
    else if (name === 'shd') this.#shade(parent, attributes['fill']);
    else if (name === 'docPr') this.#describe(attributes);
    else if (name === 'Fallback') this.#fallback++;
    else if (name === 'txbxContent') this.#box++;
    else if (removed.has(name) && parent !== 'trPr') this.#removed++;
    else this.#openTable(name, attributes);
    if (attributes['author']) this.authors.add(oneLine(attributes['author']));
  }

  #openTable(name: string, attributes: Record<string, string>): void {
    const table = this.#tables.at(-1);
    if (name === 'tbl') {
      if (this.#tables.push({ styled: false, cells: [] }) === 1) this.tables++;
    } else if (!table) return;
    else if (name === 'tblStyle') table.styled = true;
    else if (name === 'tr') table.cells = [];
    else if (name === 'gridBefore')
      table.cells.push({ texts: [], span: spanOf(attributes['val']), shaded: false });
    else if (name === 'tc') table.cells.push({ texts: [], span: 1, shaded: false });
    else if (name === 'gridSpan' && table.cells.length > 0)
      table.cells.at(-1)!.span = spanOf(attributes['val']);
  }

  close(name: string): void {
    this.#path.pop();
    const parent = this.#path.at(-1) ?? '';
    if (name === 'p') this.#endParagraph();
    else if (name === 'tr') this.#endRow();
    else if (name === 'tbl') this.#tables.pop();
    else if (name === 'Fallback') this.#fallback--;
    else if (name === 'txbxContent') this.#box--;
    else if (removed.has(name) && this.#removed > 0 && parent !== 'rPr' && parent !== 'trPr') this.#removed--;
  }

  text(text: string): void {
    const element = this.#path.at(-1);
    if (element === 't') this.#add(text);
    else if (element === 'delText') this.#unseen('deleted', text);
    else if (element === 'instrText' || element === 'delInstrText') this.#unseen('field', text);
  }

  #startParagraph(): void {
    this.#paragraphs.push({ text: '', style: {}, shaded: false, unseen: new Map() });
    this.#startRun();
  }

  #startRun(): void {
    this.#look = this.#paragraphs.at(-1)?.style ?? {};
    this.#shadedRun = false;
  }

  #paragraphStyle(id: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const style = this.#styles.get(id) ?? {};
    paragraph.style = { ...style, heading: style.heading ?? /^(heading|title|subtitle|标题)/i.test(id) };
  }

  #runProperty(name: string, attributes: Record<string, string>): void {
    // The properties of a paragraph's mark stand in pPr and are no run's.
    if (this.#path.at(-3) !== 'r') return;
    if (name === 'shd') this.#shadedRun ||= isGround(attributes['fill']);
    else if (name === 'highlight')
      this.#shadedRun ||= attributes['val'] !== 'none' && attributes['val'] !== 'white';
    else if (name === 'rStyle') this.#look = { ...this.#look, ...this.#styles.get(attributes['val'] ?? '') };
    else this.#look = { ...this.#look, ...lookOf(name, attributes) };
  }

  #shade(parent: string, fill: string | undefined): void {
    const [paragraph, cell] = [this.#paragraphs.at(-1), this.#tables.at(-1)?.cells.at(-1)];
    if (parent === 'pPr' && paragraph) paragraph.shaded = isGround(fill);
    else if (parent === 'tcPr' && cell) cell.shaded = isGround(fill);
    else if (parent === 'tblPr' && isGround(fill)) this.#tables.at(-1)!.styled = true;
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#removed > 0) this.#unseen('deleted', text);
    else if (this.#look.vanish) this.#unseen('vanished', text);
    else if (this.#fallback > 0) this.#unseen('alternative', text);
    else if (isTiny(this.#look) || (isWhite(this.#look) && !this.#onGround(paragraph)))
      this.#unseen('invisible', text);
    else if (paragraph) paragraph.text += text;
  }

  #onGround(paragraph: Paragraph | undefined): boolean {
    const table = this.#tables.at(-1);
    return (
      this.#shadedRun ||
      this.#box > 0 ||
      (paragraph?.shaded ?? false) ||
      (table !== undefined && (table.styled || (table.cells.at(-1)?.shaded ?? false)))
    );
  }

  #unseen(kind: Hidden['kind'], text: string): void {
    const unseen = this.#paragraphs.at(-1)?.unseen;
    unseen?.set(kind, (unseen.get(kind) ?? '') + text);
  }

  #describe({ descr = '', title = '' }: Record<string, string>): void {
    for (const text of [descr, title])
      if (text !== '' && this.#fallback === 0)
        this.hidden.push({ kind: 'alternative', text: oneLine(text), place: '图片或文本框的替代文字' });
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    for (const [kind, text] of paragraph.unseen) this.#keepUnseen(kind, oneLine(text));
    const cell = this.#box === 0 ? this.#tables.at(-1)?.cells.at(-1) : undefined;
    if (cell) cell.texts.push(paragraph.text);
    else this.#emit(lineBlocks(paragraph.text.replaceAll('\t', ' '), paragraph.style.heading));
    this.#look = {};
  }

  #keepUnseen(kind: Hidden['kind'], text: string): void {
    // Field codes are mostly PAGE and TOC; only those that could carry a name or a number count.
    if (text === '' || (kind === 'field' && !/\p{Script=Han}|\d{6}/u.test(text))) return;
    const list = kind === 'alternative' ? this.alternatives : this.hidden;
    list.push({ kind, text, place: placeName[kind] ?? '' });
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    const row = rowBlock(
      table.cells.flatMap(({ texts, span }) => [texts.join('\n')].concat(Array<string>(span - 1).fill(''))),
    );
    table.cells = [];
    if (row.text.trim() === '') return;
    const outer = this.#tables.at(-2)?.cells.at(-1);
    if (outer) outer.texts.push(row.text);
    else this.#emit([{ ...row, table: this.tables }]);
  }

  #emit(blocks: readonly Block[]): void {
    const part = this.#part ?? (this.#box > 0 ? ('box' as const) : undefined);
    for (const block of blocks) this.blocks.push(part ? { ...block, part } : block);
    if (this.blocks.length > maxBlocks) throw new Refusal('too-large');
  }
}

const spanOf = (value: string | undefined): number => Math.min(Math.max(Number(value) || 1, 1), maxSpan);
const isGround = (fill: string | undefined): boolean =>
  !['AUTO', 'FFFFFF', ''].includes((fill ?? '').toUpperCase());
