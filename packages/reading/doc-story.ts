/** Walks one story of a .doc character by character: marks end paragraphs, cells and rows, fields hide their codes. */
import type { DocFile } from './doc-file.ts';
import { type CharacterLook, type ParagraphLook, type Run, runAt } from './doc-properties.ts';
import { type Destination, Flow } from './flow.ts';
import type { Hidden } from './types.ts';

export interface DocText extends DocFile {
  characters: readonly Run<CharacterLook>[];
  paragraphs: readonly Run<ParagraphLook>[];
}

/** MS-DOC 2.4.1: what the control characters mean. */
const mark = {
  cell: 0x07,
  line: 0x0b,
  page: 0x0c,
  picture: 0x01,
  drawing: 0x08,
  paragraph: 0x0d,
  column: 0x0e,
  fieldBegin: 0x13,
  fieldResult: 0x14,
  fieldEnd: 0x15,
  hyphen: 0x1e,
} as const;

/** `flow` is its text, `pictures` how many stand in it. */
export function readStory(
  doc: DocText,
  [from, to]: readonly [number, number],
  destination: Destination,
): StoryWalk {
  const walk = new StoryWalk(doc, new Flow(destination));
  for (const piece of doc.pieces) {
    const start = Math.max(from, piece.at) - piece.at;
    const end = Math.min(to, piece.at + piece.text.length) - piece.at;
    for (let i = Math.max(0, start); i < end; i++)
      walk.take(piece.text.charCodeAt(i), piece.offset + i * piece.width);
  }
  walk.flow.end();
  return walk;
}

export class StoryWalk {
  readonly flow: Flow;
  pictures = 0;
  readonly #doc: DocText;
  #run: Run<CharacterLook> | undefined;
  /** For each field around, whether its result has begun. */
  readonly #fields: boolean[] = [];

  constructor(doc: DocText, flow: Flow) {
    this.#doc = doc;
    this.flow = flow;
  }

  take(code: number, offset: number): void {
    if (code === mark.paragraph || code === mark.page || code === mark.column) this.#endParagraph(offset);
    else if (code === mark.cell) this.#endCell(offset);
    else if (code === mark.fieldBegin) this.#fields.push(false);
    else if (code === mark.fieldResult) this.#fields.splice(-1, 1, true);
    else if (code === mark.fieldEnd) this.#fields.pop();
    else if (code === mark.picture || code === mark.drawing) this.#countPicture();
    else if (code === mark.line) this.#add('\n', offset);
    else if (code === mark.hyphen) this.#add('-', offset);
    else if (code === 0x09) this.#add(' ', offset);
    else if (code >= 0x20) this.#add(String.fromCharCode(code), offset);
  }

  /** In the code of a field the same character stands for its data. */
  #countPicture(): void {
    if (this.#fields.at(-1) !== false) this.pictures++;
  }

  #add(text: string, offset: number): void {
    if (!this.#run || offset < this.#run.from || offset >= this.#run.to)
      this.#run = runAt(this.#doc.characters, offset);
    this.flow.add(text, this.#fields.at(-1) === false ? 'field' : unseen(this.#run?.look));
  }

  #endParagraph(offset: number): void {
    const look = runAt(this.#doc.paragraphs, offset)?.look;
    if (look?.innerEnd) this.flow.add(' ', undefined);
    this.flow.endParagraph(look?.inTable ?? false, look?.heading ?? false);
  }

  #endCell(offset: number): void {
    const look = runAt(this.#doc.paragraphs, offset)?.look;
    if (!look?.rowEnd) {
      this.flow.endCell();
      return;
    }
    this.flow.edges = look.edges ?? [];
    this.flow.endRow();
  }
}

function unseen(look: CharacterLook | undefined): Hidden['kind'] | undefined {
  if (look?.deleted) return 'deleted';
  if (look?.vanish) return 'vanished';
  const white = look?.white === true && look.shaded !== true;
  return white || (look?.size !== undefined && look.size < 6) ? 'invisible' : undefined;
}
