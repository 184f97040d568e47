/** 主题分类: proposals among the 22 classes. */
import { subjectClasses } from '@gongkai/domain/subject-class.ts';
import type { Candidate } from '@gongkai/domain/particulars.ts';
import type { Block } from '../types.ts';
import { indexRows, propose, type RowIndex } from './proposals.ts';

let index: RowIndex | undefined;

export function proposeSubjects(title: string, blocks: readonly Block[]): Candidate[] {
  index ??= indexRows(subjectClasses.map(({ name, words }) => ({ id: name, name, text: words })));
  return propose(index, title, textOfBeginning(blocks), 2);
}

/** Enough to tell what a document is about. */
export function textOfBeginning(blocks: readonly Block[], characters = 6_000): string {
  let text = '';
  for (const block of blocks) {
    if (text.length > characters) break;
    if (block.part === undefined) text += `${block.text}\n`;
  }
  return text;
}
