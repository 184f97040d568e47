/** Shapes of DrawingML (ECMA-376 part 1, 20 and 21): their paragraphs and tables, and whether they are to be seen. */
import { lineBlocks, rowBlock } from './blocks.ts';
import { oneLine } from './clean.ts';
import type { Block } from './types.ts';
import { walkXml } from './xml.ts';

export interface Shape {
  blocks: Block[];
  hidden: boolean;
  /** Role on a slide: `title`, `sldNum`; undefined for what is no placeholder. */
  placeholder: string | undefined;
  /** In EMU, where the shape says it itself. */
  frame: { left: number; top: number; right: number; bottom: number } | undefined;
  /** Texts that stand for the shape where it cannot be seen. */
  alternatives: string[];
}

interface OpenCell {
  text: string;
  span: number;
}

const kinds = new Set(['sp', 'graphicFrame', 'pic', 'cxnSp', 'wsp']);

export function readShapes(xml: string, deadline: number): Shape[] {
  const walk = new Walk();
  walkXml(xml, walk, deadline);
  return walk.shapes;
}

class Walk {
  readonly shapes: Shape[] = [];
  #shape: Shape | undefined;
  #text = '';
  #cells: OpenCell[] | undefined;
  #inText = false;
  /** Hidden groups around. */
  #groups: boolean[] = [];
  #offset = { x: 0, y: 0 };

  open(name: string, attributes: Record<string, string>): void {
    this.#inText = name === 't';
    if (kinds.has(name)) this.#start();
    else if (name === 'grpSp') this.#groups.push(this.#groups.at(-1) ?? false);
    else if (name === 'cNvPr') this.#describe(attributes);
    else if (name === 'ph' && this.#shape) this.#shape.placeholder = attributes['type'] ?? 'obj';
    else if (name === 'off') this.#offset = { x: Number(attributes['x']), y: Number(attributes['y']) };
    else if (name === 'ext' && attributes['cx'] !== undefined) this.#frame(attributes);
    else if (name === 'tr') this.#cells = [];
    else if (name === 'tc') this.#cells?.push({ text: '', span: 1 });
    else if (name === 'br') this.#text += '\n';
  }

  close(name: string): void {
    this.#inText = false;
    if (kinds.has(name)) this.#shape = undefined;
    else if (name === 'grpSp') this.#groups.pop();
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tr') this.#endRow();
  }

  text(text: string): void {
    if (this.#inText) this.#text += text;
  }

  #start(): void {
    this.#shape = {
      blocks: [],
      hidden: this.#groups.at(-1) ?? false,
      placeholder: undefined,
      frame: undefined,
      alternatives: [],
    };
    this.shapes.push(this.#shape);
  }

  #describe({ hidden, descr = '', title = '' }: Record<string, string>): void {
    const isHidden = hidden === '1' || hidden === 'true';
    if (!this.#shape) {
      if (isHidden && this.#groups.length > 0) this.#groups[this.#groups.length - 1] = true;
      return;
    }
    this.#shape.hidden ||= isHidden;
    this.#shape.alternatives.push(...[descr, title].map(oneLine).filter((t) => t !== ''));
  }

  #frame({ cx, cy }: Record<string, string>): void {
    const { x, y } = this.#offset;
    // Inside a group the numbers are the group's own.
    if (this.#shape && this.#groups.length === 0)
      this.#shape.frame ??= { left: x, top: y, right: x + Number(cx), bottom: y + Number(cy) };
  }

  #endParagraph(): void {
    const cell = this.#cells?.at(-1);
    const text = this.#text.replaceAll('\t', ' ');
    if (cell) cell.text += `${cell.text === '' ? '' : '\n'}${text}`;
    else this.#shape?.blocks.push(...lineBlocks(text, /title$/i.test(this.#shape.placeholder ?? '')));
    this.#text = '';
  }

  #endRow(): void {
    const row = rowBlock((this.#cells ?? []).map((c) => c.text));
    this.#cells = undefined;
    if (row.text.trim() !== '') this.#shape?.blocks.push({ ...row, table: 1 });
  }
}
