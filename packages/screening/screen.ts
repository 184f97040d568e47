/** Screens a document for what must not go out: personal data, account numbers, internal papers. Pure but for the day. */
import type { Secrecy } from '@gongkai/reading/types.ts';
import { type Find, screenLines } from './screen-lines.ts';
import type { Finding, Line } from './types.ts';

export interface ScreenInput {
  blocks?: readonly Line[];
  /** Instead of blocks; lines with tabs are rows. */
  text?: string;
  hidden?: readonly Hidden[];
  fileName?: string;
  /** `YYYY-MM-DD`, today unless told: nobody is born later, and who is a minor depends on it. */
  today?: string;
}

interface Hidden {
  kind: string;
  text: string;
  place: string;
  cells?: string[] | undefined;
  headings?: string[] | undefined;
}

/** Findings in the order of the text: blocks, then hidden texts, then the file name. */
export function screen(input: ScreenInput): Finding[] {
  const today = input.today ?? new Date().toISOString().slice(0, 10);
  const hidden = input.hidden ?? [];
  const found = [
    ...screenLines(input.blocks ?? linesOf(input.text ?? ''), today),
    ...screenLines(hidden.map(lineOf), today).map((find) => within(find, hidden[find.place.line]!.place)),
    ...screenLines(
      input.fileName === undefined ? [] : [{ text: input.fileName, kind: 'paragraph' }],
      today,
    ).map((find) => within(find, '文件名')),
  ];
  return found.map((find, i) => Object.assign(find, { id: `f${i + 1}` }));
}

/** What happens to the document: a secrecy mark or a blocking find stops it, any find to review needs a person. */
export function verdict(
  findings: readonly Pick<Finding, 'severity'>[],
  secrecy?: Secrecy,
): 'block' | 'review' | 'clear' {
  if (secrecy !== undefined || findings.some((f) => f.severity === 'block')) return 'block';
  return findings.some((f) => f.severity === 'review') ? 'review' : 'clear';
}

const linesOf = (text: string): Line[] =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => ({ text: line, kind: line.includes('\t') ? 'row' : 'paragraph' }));

const lineOf = ({ text, cells, headings }: Hidden): Line =>
  cells ? { text: cells.join('\t'), kind: 'row', cells, headings } : { text, kind: 'paragraph' };

const within = (find: Find, hidden: string): Find => ({ ...find, place: { ...find.place, hidden } });
