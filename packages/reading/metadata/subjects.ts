/** Proposals among fixed classes: the 22 of 主题分类, the 26 pilot fields. */
import { seedFields } from '@gongkai/domain/catalogue-seed.ts';
import { fieldWords } from '@gongkai/domain/field-words.ts';
import type { Candidate } from '@gongkai/domain/particulars.ts';
import { subjectClasses } from '@gongkai/domain/subject-class.ts';
import type { Block } from '../types.ts';
import { indexRows, propose, type Row, type RowIndex } from './proposals.ts';

/** Built when first wanted: most processes that load this read nothing. */
const lazyIndex = (rows: () => Row[]): (() => RowIndex) => {
  let index: RowIndex | undefined;
  return () => (index ??= indexRows(rows()));
};

const subjectIndex = lazyIndex(() =>
  subjectClasses.map(({ name, words }) => ({ id: name, name, text: words })),
);
const fieldIndex = lazyIndex(() =>
  seedFields.map(({ id, name }) => ({ id, name, text: fieldWords[id] ?? '' })),
);

export const proposeSubjects = (title: string, text: string): Candidate[] =>
  propose(subjectIndex(), title, text);
export const proposeFields = (title: string, text: string): Candidate[] => propose(fieldIndex(), title, text);

/** Enough to tell what a document is about. */
export function textOfBeginning(blocks: readonly Block[], characters = 6_000): string {
  let text = '';
  for (const block of blocks) {
    if (text.length > characters) break;
    if (block.part === undefined) text += `${block.text}\n`;
  }
  return text;
}
