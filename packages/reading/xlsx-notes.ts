/** What lies upon a sheet or a slide: comments, old and threaded ones, and drawings with text. */
import { asHidden } from './blocks.ts';
import { oneLine } from './clean.ts';
import { append } from './inside.ts';
import { readShapes } from './shapes.ts';
import type { Block, Hidden } from './types.ts';
import { walkXml } from './xml.ts';

/** @param placeOf Chinese name of the place of a comment on the given cell. */
export function readNotes(xml: string, placeOf: (cell: string) => string, deadline: number): Hidden[] {
  const found: Hidden[] = [];
  let cell = '';
  let text = '';
  let element = '';
  const keep = (kind: Hidden['kind'], where: string): void => {
    const line = oneLine(text);
    if (line !== '') found.push({ kind, text: line, place: where });
    text = '';
  };
  walkXml(
    xml,
    {
      open: (name, { ref }) => {
        element = name;
        if (comment.has(name)) cell = ref ?? '';
      },
      text: (piece) => {
        if (element === 't' || element === 'text' || element === 'author') text += piece;
      },
      close: (name) => {
        element = '';
        if (name === 'author') keep('property', '批注的作者');
        else if (comment.has(name)) keep('comment', placeOf(cell));
      },
    },
    deadline,
  );
  return found;
}

const comment = new Set(['comment', 'threadedComment', 'cm']);

export function readBoxes(
  xml: string,
  place: string,
  deadline: number,
): { blocks: Block[]; hidden: Hidden[] } {
  const blocks: Block[] = [];
  const hidden: Hidden[] = [];
  for (const shape of readShapes(xml, deadline)) {
    if (shape.hidden) append(hidden, asHidden(shape.blocks, 'invisible', `${place}隐藏的图形`));
    else for (const block of shape.blocks) blocks.push({ ...block, part: 'box' });
    for (const text of shape.alternatives)
      hidden.push({ kind: 'alternative', text, place: `${place}图形的替代文字` });
  }
  return { blocks, hidden };
}
