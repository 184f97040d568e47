/** Presentations (ECMA-376 part 1, 19): slides in their order, with notes, comments and what lies beside the slide. */
import { asHidden } from './blocks.ts';
import { append } from './inside.ts';
import { type OfficePackage, openPackage } from './ooxml.ts';
import { readRest } from './ooxml-rest.ts';
import { Refusal } from './refusal.ts';
import { readShapes, type Shape } from './shapes.ts';
import type { Block, Content, Hidden, Reading } from './types.ts';
import { readNotes } from './xlsx-notes.ts';
import { walkXml } from './xml.ts';

interface Size {
  width: number;
  height: number;
}

interface Walked {
  blocks: Block[];
  hidden: Hidden[];
}

/** Numbers of pages and dates that a program fills in. */
const automatic = new Set(['sldNum', 'dt', 'sldImg']);
const pattern = /^ppt\/(slideMasters|slideLayouts|notesMasters|handoutMasters)\/[^/]+\.xml$/i;

/** Throws {@link Refusal}. */
export async function readPptx(bytes: Uint8Array, reading: Reading): Promise<Content> {
  const pack = openPackage(bytes);
  const main = pack.related('').find((r) => r.type === 'officeDocument')?.target ?? 'ppt/presentation.xml';
  const { slides, size } = readPresentation(pack, main, reading.deadline);
  const read = new Set([main, ...slides, ...pack.names.filter((name) => pattern.test(name))]);
  const placeOf = new Map<string, string>();
  const blocks: Block[] = [];
  const hidden: Hidden[] = [];
  for (const [i, slide] of slides.entries()) {
    const place = `第 ${i + 1} 张幻灯片`;
    const xml = pack.xml(slide);
    const shown = sortShapes(readShapes(xml, reading.deadline), place, size);
    const around = readAround(pack, slide, place, reading.deadline);
    if (isHidden(xml)) append(hidden, asHidden(shown.blocks, 'hidden-sheet', `隐藏的${place}`));
    else
      append(
        blocks,
        shown.blocks.map((block) => ({ ...block, page: i + 1 })),
      );
    append(hidden, [...shown.hidden, ...around.hidden]);
    for (const part of around.read) read.add(part);
    for (const part of [slide, ...around.others]) placeOf.set(part, place);
  }
  append(blocks, patternTexts(pack, reading.deadline));
  const { rest, boxes } = await readRest(pack, read, (part) => placeOf.get(part) ?? '演示文稿', reading);
  return { ...rest, blocks: [...numbered(blocks), ...boxes], hidden: [...hidden, ...rest.hidden] };
}

function readPresentation(
  pack: OfficePackage,
  main: string,
  deadline: number,
): { slides: string[]; size: Size | undefined } {
  const related = pack.related(main).filter((r) => r.type === 'slide');
  const slides: string[] = [];
  let size: Size | undefined;
  walkXml(
    pack.xml(main),
    {
      open: (name, { id, cx, cy }) => {
        const target = name === 'sldId' ? related.find((r) => r.id === id)?.target : undefined;
        if (target !== undefined) slides.push(target);
        else if (name === 'sldSz') size = { width: Number(cx), height: Number(cy) };
      },
    },
    deadline,
  );
  if (related.length === 0) throw new Refusal('no-text');
  // Slides that the list leaves out are in the file all the same.
  return { slides: [...new Set([...slides, ...related.map((r) => r.target)])], size };
}

function sortShapes(shapes: readonly Shape[], place: string, size: Size | undefined): Walked {
  const blocks: Block[] = [];
  const hidden: Hidden[] = [];
  for (const shape of shapes) {
    for (const text of shape.alternatives)
      hidden.push({ kind: 'alternative', text, place: `${place}图形的替代文字` });
    if (shape.hidden) append(hidden, asHidden(shape.blocks, 'invisible', `${place}隐藏的图形`));
    else if (isBeside(shape, size)) append(hidden, asHidden(shape.blocks, 'invisible', `${place}画面之外`));
    else if (!automatic.has(shape.placeholder ?? '')) append(blocks, shape.blocks);
  }
  return { blocks, hidden };
}

const isBeside = ({ frame }: Shape, size: Size | undefined): boolean =>
  frame !== undefined &&
  size !== undefined &&
  (frame.right <= 0 || frame.bottom <= 0 || frame.left >= size.width || frame.top >= size.height);

/** Notes and comments of a slide; `others` are parts whose place is the slide. */
function readAround(
  pack: OfficePackage,
  slide: string,
  place: string,
  deadline: number,
): { hidden: Hidden[]; read: string[]; others: string[] } {
  const hidden: Hidden[] = [];
  const read: string[] = [];
  const others: string[] = [];
  for (const { type, target, external } of pack.related(slide)) {
    if (external || type === 'slideLayout') continue;
    if (type === 'notesSlide') {
      const notes = readShapes(pack.xml(target), deadline).filter((s) => !automatic.has(s.placeholder ?? ''));
      append(
        hidden,
        notes.flatMap((s) => asHidden(s.blocks, 'speaker-note', `${place}的备注`)),
      );
    } else if (type === 'comments')
      append(
        hidden,
        readNotes(pack.xml(target), () => `${place}的批注`, deadline),
      );
    (type === 'notesSlide' || type === 'comments' ? read : others).push(target);
  }
  return { hidden, read, others };
}

/** Placeholders of a pattern say "click here"; what is none shows on every slide. */
function patternTexts(pack: OfficePackage, deadline: number): Block[] {
  const found = new Map<string, Block>();
  for (const name of pack.names.filter((n) => pattern.test(n)))
    for (const { placeholder, blocks } of readShapes(pack.xml(name), deadline))
      if (placeholder === undefined)
        for (const block of blocks) found.set(block.text, { ...block, part: 'header' });
  return [...found.values()];
}

/** `show="0"` on the slide itself. */
const isHidden = (xml: string): boolean => /<(?:\w+:)?sld\b[^>]*\sshow="(?:0|false)"/.test(xml);

/** Shapes give their rows no numbers of tables: rows that follow each other on a slide are one. */
function numbered(blocks: readonly Block[]): Block[] {
  let table = 0;
  let before: Block | undefined;
  return blocks.map((block) => {
    const follows = before?.table !== undefined && before.page === block.page;
    before = block;
    if (block.table === undefined) return block;
    return { ...block, table: follows ? table : ++table };
  });
}
