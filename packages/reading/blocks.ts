/** Makes blocks of lines and cells. */
import { lines, oneLine } from './clean.ts';
import { Refusal } from './refusal.ts';
import type { Block, Content, Hidden } from './types.ts';

/** Far more than any official document has; a bomb has millions. */
export const maxBlocks = 200_000;

const headingLine = /^(第[一二三四五六七八九十百]+[章节]|[一二三四五六七八九十]+、)[^。；]{1,40}$/;

export const rowBlock = (cells: readonly string[]): Block => {
  const clean = cells.map(oneLine);
  return { text: clean.join('\t'), kind: 'row', cells: clean };
};

/** One block for each line; tabs inside a line make it a row. */
export function lineBlocks(text: string, heading = false): Block[] {
  return lines(text).map((line) =>
    line.includes('\t')
      ? rowBlock(line.split('\t'))
      : { text: line, kind: heading || headingLine.test(line) ? 'heading' : 'paragraph' },
  );
}

export const textOf = (blocks: readonly Block[]): string => blocks.map((b) => b.text).join('\n');

/** Blocks that turn out not to be shown. */
export const asHidden = (blocks: readonly Block[], kind: Hidden['kind'], place: string): Hidden[] =>
  blocks.map(({ text, cells }) => (cells ? { kind, text, place, cells } : { kind, text, place }));

/** Throws {@link Refusal} when there is nothing, or more than anybody could review. */
export function assertHasText({ blocks, hidden }: Pick<Content, 'blocks' | 'hidden'>): void {
  if (blocks.length > maxBlocks || hidden.length > maxBlocks) throw new Refusal('too-large');
  if (!blocks.some((b) => /[\p{L}\p{N}]/u.test(b.text))) throw new Refusal('no-text');
}

/** First, odd and even pages and every section have headers of their own, mostly the same; page numbers say nothing. */
export function withoutRepeats(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.filter((block) => {
    if (block.part !== 'header' && block.part !== 'footer') return true;
    const key = `${block.part} ${block.text}`;
    if (seen.has(key) || /^[\s\d—–-]*$/.test(block.text)) return false;
    seen.add(key);
    return true;
  });
}
