/** An interpretation is screened as a document is: by the same rules when it is handed in, reviewed and published. */
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import type { Interpretation } from '@gongkai/domain/interpretation.ts';
import { findSecrecyMark } from '@gongkai/reading/secrecy.ts';
import { nameOfKind } from '@gongkai/screening/rules.ts';
import type { Finding } from './findings-file.ts';
import type { Screener } from './screening.ts';
import type { TextFile } from './text-file.ts';

type Words = Pick<Interpretation, 'title' | 'text' | 'contact'>;

/** Title, lines of the text, contact: a block each. */
const blocksOf = ({ title, text, contact }: Words) =>
  [title, ...text.split('\n'), contact].map((line) => ({
    text: line,
    kind: line.includes('\t') ? ('row' as const) : ('paragraph' as const),
  }));

export const interpretationFile = (words: Words, slot = 0): TextFile => ({
  slot,
  name: '解读材料',
  type: 'txt',
  blocks: blocksOf(words),
  hidden: [],
});

/** The contact is an intended publication (条例 art. 20 no. 2): only what must never go out counts there. */
export async function screenInterpretation(
  words: Words,
  how: { today: LocalDate; screener?: Screener | undefined },
): Promise<Finding[]> {
  const file = interpretationFile(words);
  const contact = file.blocks.length - 1;
  // Loaded on use: most decisions are about something else.
  const { screenFiles } = await import('./screening.ts');
  return (await screenFiles([file], how)).filter((f) => f.severity === 'block' || f.line < contact);
}

/** Where what must not be public stands, and what to do; undefined when it may. */
export async function whyInterpretationMayNot(
  words: Words,
  how: { today: LocalDate; screener?: Screener | undefined },
): Promise<string | undefined> {
  const blocks = blocksOf(words);
  const secrecy = findSecrecyMark(blocks);
  if (secrecy)
    return `${placeOf(blocks, secrecy.line)}标有密级“${secrecy.level}”。涉密内容不得写入本系统，请删去后再提交，并立即向本单位保密工作机构报告。`;
  const found = (await screenInterpretation(words, how)).filter((f) => f.severity === 'block');
  if (found.length === 0) return undefined;
  const masked = ({ excerpt }: Finding): string => excerpt.slice(excerpt.indexOf('【'));
  const named = found
    .slice(0, mostNamed)
    .map((f) => `${placeOf(blocks, f.line)}有${nameOfKind(f.kind)}${masked(f)}`);
  const more = found.length > mostNamed ? '等' : '';
  return `解读材料中有 ${found.length} 处不能公开的内容：${named.join('；')}${more}。请删去后再提交。`;
}

/** More help nobody, and the reason of a refusal is handed on by the workflow. */
const mostNamed = 10;

/** As people count: empty lines are no paragraphs. */
function placeOf(blocks: ReturnType<typeof blocksOf>, line: number): string {
  if (line === 0) return '解读标题';
  if (line === blocks.length - 1) return '咨询方式';
  const before = blocks.slice(1, line + 1).filter((block) => block.text.trim() !== '');
  return `解读正文第 ${before.length} 段`;
}
