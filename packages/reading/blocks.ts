/** Makes blocks of lines and cells. */
import { lines, oneLine } from './clean.ts';
import { Refusal } from './refusal.ts';
import type { Block, Content } from './types.ts';

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

export function assertHasText({ blocks }: Pick<Content, 'blocks'>): void {
  if (blocks.length > maxBlocks) throw new Refusal('too-large');
  if (!blocks.some((b) => /[\p{L}\p{N}]/u.test(b.text))) throw new Refusal('no-text');
}
