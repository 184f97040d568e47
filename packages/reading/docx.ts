/** Word files (ECMA-376): every part that can hold text is read, also what Word does not show. */
import { withoutRepeats } from './blocks.ts';
import { oneLine } from './clean.ts';
import { type PartType, partsOf } from './docx-parts.ts';
import { readStyles } from './docx-styles.ts';
import { walkPart } from './docx-walk.ts';
import { append } from './inside.ts';
import { openPackage } from './ooxml.ts';
import { readRest } from './ooxml-rest.ts';
import { Refusal } from './refusal.ts';
import type { Block, Content, Hidden, Reading } from './types.ts';

/** Order of the blocks: what stands above the text, the text, what stands below it. */
const shown: readonly PartType[] = ['header', 'document', 'footnotes', 'endnotes', 'footer'];

/** Throws {@link Refusal}. */
export async function readDocx(bytes: Uint8Array, reading: Reading): Promise<Content> {
  const pack = openPackage(bytes);
  const parts = partsOf(pack);
  if (!parts.some((p) => p.type === 'document')) throw new Refusal('damaged');
  const styles = readStyles(parts.filter((p) => p.type === 'styles').map((p) => pack.xml(p.name)));
  const hidden: Hidden[] = [];
  const blocks: Block[] = [];
  const alternatives: Hidden[] = [];
  let tables = 0;
  for (const type of shown)
    for (const part of parts.filter((p) => p.type === type)) {
      const walked = walkPart(pack.xml(part.name), { type, styles, tables, deadline: reading.deadline });
      tables = walked.tables;
      append(blocks, walked.blocks);
      append(hidden, walked.hidden);
      append(alternatives, walked.alternatives);
    }
  for (const part of parts.filter((p) => p.type === 'comments')) {
    const walked = walkPart(pack.xml(part.name), {
      type: 'comments',
      styles,
      tables,
      deadline: reading.deadline,
    });
    append(
      hidden,
      walked.blocks.map(({ text }) => ({ kind: 'comment', text, place: '批注' }) as const),
    );
    append(hidden, walked.hidden);
  }
  const { rest, boxes } = await readRest(pack, new Set(parts.map((p) => p.name)), () => '正文', reading);
  return {
    ...rest,
    blocks: [...withoutRepeats(blocks), ...boxes],
    hidden: [...hidden, ...unshown(alternatives, blocks), ...rest.hidden],
  };
}

/** The older form of a text box repeats the newer one; when it differs, something hides there. */
function unshown(alternatives: readonly Hidden[], blocks: readonly Block[]): Hidden[] {
  const visible = new Set(blocks.map((b) => b.text));
  return alternatives.filter((a) => !visible.has(oneLine(a.text)));
}
