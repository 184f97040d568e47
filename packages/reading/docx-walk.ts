/** Walks one part of a Word file (ECMA-376 part 1, section 17) and sorts its text into shown and not shown. */
import { lineBlocks, maxBlocks, rowBlock } from './blocks.ts';
import { oneLine } from './clean.ts';
import type { PartType } from './docx-parts.ts';
import { Refusal } from './refusal.ts';
import type { Block, Hidden } from './types.ts';
import { walkXml } from './xml.ts';

export interface Walked {
  blocks: Block[];
  hidden: Hidden[];
  /** Text of fallback drawings, normally the same as what is shown. */
  alternatives: Hidden[];
}

interface Paragraph {
  text: string;
  heading: boolean;
  unseen: Map<Hidden['kind'], string>;
}

interface Cell {
  /** Of its paragraphs. */
  texts: string[];
  /** How many columns it covers. */
  span: number;
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
  field: '域代码',
  alternative: '文本框的替代内容',
};
const removed = new Set(['del', 'moveFrom']);
const maxSpan = 64;

export function walkPart(xml: string, type: PartType, deadline: number): Walked {
  const walk = new Walk(partOf[type]);
  walkXml(xml, walk, deadline);
  return walk;
}

class Walk implements Walked {
  readonly blocks: Block[] = [];
  readonly hidden: Hidden[] = [];
  readonly alternatives: Hidden[] = [];
  readonly #part: Block['part'];
  /** Paragraphs nest: a text box stands inside a paragraph. */
  readonly #paragraphs: Paragraph[] = [];
  /** Cells of the rows being read, outermost row first. */
  readonly #rows: Cell[][] = [];
  readonly #path: string[] = [];
  #removed = 0;
  #fallback = 0;
  #vanish = false;

  constructor(part: Block['part']) {
    this.#part = part;
  }

  open(name: string, attributes: Record<string, string>): void {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (name === 'p') this.#startParagraph();
    else if (name === 'tr') this.#rows.push([]);
    else if (name === 'tc') this.#rows.at(-1)?.push({ texts: [], span: 1 });
    else if (name === 'gridSpan') this.#span(attributes['val']);
    else if (removed.has(name) && parent !== 'rPr' && parent !== 'trPr') this.#removed++;
    else if (name === 'Fallback') this.#fallback++;
    else if (name === 'r') this.#vanish = false;
    else if (name === 'vanish') this.#vanish ||= parent === 'rPr' && isOn(attributes['val']);
    else if (name === 'pStyle') this.#style(attributes['val'] ?? '');
    else if (name === 'br' || name === 'cr') this.#add('\n');
    else if ((name === 'tab' && parent !== 'tabs') || name === 'ptab') this.#add(' ');
    else if (name === 'noBreakHyphen') this.#add('-');
    else if (name === 'docPr') this.#describe(attributes);
  }

  close(name: string): void {
    this.#path.pop();
    if (name === 'p') this.#endParagraph();
    else if (name === 'tr') this.#endRow();
    else if (removed.has(name) && this.#removed > 0 && !['rPr', 'trPr'].includes(this.#path.at(-1) ?? ''))
      this.#removed--;
    else if (name === 'Fallback') this.#fallback--;
  }

  text(text: string): void {
    const element = this.#path.at(-1);
    if (element === 't') this.#add(text);
    else if (element === 'delText') this.#unseen('deleted', text);
    else if (element === 'instrText' || element === 'delInstrText') this.#unseen('field', text);
  }

  #startParagraph(): void {
    this.#vanish = false;
    this.#paragraphs.push({ text: '', heading: false, unseen: new Map() });
  }

  #add(text: string): void {
    if (this.#removed > 0) this.#unseen('deleted', text);
    else if (this.#vanish) this.#unseen('vanished', text);
    else if (this.#fallback > 0) this.#unseen('alternative', text);
    else {
      const paragraph = this.#paragraphs.at(-1);
      if (paragraph) paragraph.text += text;
    }
  }

  #unseen(kind: Hidden['kind'], text: string): void {
    const unseen = this.#paragraphs.at(-1)?.unseen;
    unseen?.set(kind, (unseen.get(kind) ?? '') + text);
  }

  #span(value: string | undefined): void {
    const cell = this.#rows.at(-1)?.at(-1);
    if (cell) cell.span = Math.min(Math.max(Number(value) || 1, 1), maxSpan);
  }

  #style(style: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph && /^(heading|title|subtitle|标题)/i.test(style)) paragraph.heading = true;
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
    const cell = this.#rows.at(-1)?.at(-1);
    if (cell) cell.texts.push(paragraph.text);
    else this.#emit(lineBlocks(paragraph.text.replaceAll('\t', ' '), paragraph.heading));
  }

  #keepUnseen(kind: Hidden['kind'], text: string): void {
    // Field codes are mostly PAGE and TOC; only those that could carry a name or a number count.
    if (text === '' || (kind === 'field' && !/\p{Script=Han}|\d{6}/u.test(text))) return;
    const list = kind === 'alternative' ? this.alternatives : this.hidden;
    list.push({ kind, text, place: placeName[kind] ?? '' });
  }

  #endRow(): void {
    const cells = this.#rows.pop();
    if (!cells) return;
    const row = rowBlock(
      cells.flatMap(({ texts, span }) => [texts.join('\n')].concat(Array<string>(span - 1).fill(''))),
    );
    if (row.text.trim() === '') return;
    const outer = this.#rows.at(-1)?.at(-1);
    if (outer) outer.texts.push(row.text);
    else this.#emit([row]);
  }

  #emit(blocks: readonly Block[]): void {
    for (const block of blocks) this.blocks.push(this.#part ? { ...block, part: this.#part } : block);
    if (this.blocks.length > maxBlocks) throw new Refusal('too-large');
  }
}

const isOn = (value: string | undefined): boolean => !['0', 'false', 'off', 'none'].includes(value ?? '');
