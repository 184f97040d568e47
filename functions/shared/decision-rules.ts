/** What a decision must contain before it is stored. Every refusal says what to do. */
import { type Attribute, attributeName, needsGround } from '@gongkai/domain/attribute.ts';
import { type Cut, mergeCuts, parseCut, targetOf } from '@gongkai/domain/cut.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { type Task, taskKindName, taskOutcomes } from '@gongkai/domain/task.ts';
import { occursIn } from '@gongkai/redaction/redact-text.ts';
import { coveredWords, isCovered } from './covered.ts';
import type { CleanInput } from './deciding-input.ts';
import type { Finding } from './findings-file.ts';
import type { TextFile } from './text-file.ts';

/** The document's side of the matter; empty for tasks that do not judge the document's text. */
export interface Judged {
  findings: readonly Finding[];
  files: readonly TextFile[];
}

/** Throws {@link InputRefused}. */
export function checkDecision(task: Task, document: GovDocument, input: CleanInput, judged: Judged): void {
  if (!taskOutcomes[task.task].includes(input.outcome))
    throw new InputRefused(`“${taskKindName[task.task]}”没有这个选项，请刷新页面后重新选择。`);
  if (input.outcome === 'return') {
    if (!input.reason) throw new InputRefused('退回必须写明理由，请填写理由后再提交。');
    return;
  }
  if (task.task === 'interpret') {
    if (!input.interpretation) throw new InputRefused('请填写解读材料后再提交。');
    return;
  }
  if (task.task === 'recheck') return checkRecheck(input);
  checkMarks(input, judged);
  if (task.task === 'reassess') checkReassessment(document, input);
  if (input.outcome === 'cut-more') checkCutMore(document, input);
  if (isReview(task)) checkAttribute(task, document, input, judged);
}

const isReview = ({ task }: Task): boolean =>
  task === 'confirm-attribute' || task === 'secrecy-review' || task === 'publication-review';

/** Cuts and dismissals name findings that exist and texts that occur; nothing is both. */
function checkMarks({ cuts = [], dismissed = [] }: CleanInput, { findings, files }: Judged): void {
  const ids = new Set(findings.map((f) => f.id));
  const parsed = cuts.map(parseCut);
  const exists = (cut: Cut | undefined): boolean =>
    cut !== undefined &&
    (cut.what === 'text' || (cut.what === 'finding' ? ids.has(cut.id) : isPlace(cut, files)));
  if (!parsed.every(exists) || dismissed.some((d) => !ids.has(d.finding)))
    throw new InputRefused('所选的发现、栏目或页面已不存在，请刷新页面后重新选择。');
  const chosen = new Set(cuts.map(targetOf));
  if (chosen.size < cuts.length) throw new InputRefused('同一处内容选了两种处理方式，请只选一种。');
  const both = dismissed.find((d) => chosen.has(d.finding));
  if (both)
    throw new InputRefused(`${describe(findings, both.finding)}同时选了“删减”和“不需删减”，请只选一项。`);
  for (const { text: literal } of parsed.filter((cut) => cut?.what === 'text')) {
    if (literal.length < 2) throw new InputRefused(`要删减的文字“${literal}”太短，请至少写两个字。`);
    if (!files.some((f) => occurs(literal, f)))
      throw new InputRefused(`文件中没有“${literal}”，请从正文中复制要删减的文字（一行一处，不要跨段）。`);
  }
}

function isPlace(cut: Cut, files: Judged['files']): boolean {
  const file = 'slot' in cut ? files.find((f) => f.slot === cut.slot) : undefined;
  if (!file) return false;
  if (cut.what === 'box') return file.type === 'pdf';
  return cut.what === 'column' && (file.blocks[cut.line]?.cells?.length ?? 0) > cut.column;
}

/** As the cutting itself will look for it. */
const occurs = (literal: string, { blocks }: TextFile): boolean =>
  blocks.some((b) => b.text.includes(literal)) || occursIn(blocks.map((b) => b.text).join('\n'), literal);

const describe = (findings: readonly Finding[], id: string): string => {
  const index = findings.findIndex((f) => f.id === id);
  return `第 ${index + 1} 处发现（${findings[index]?.excerpt ?? id}）`;
};

function checkRecheck({ reason = '' }: CleanInput): void {
  if (reason.length < 2) throw new InputRefused('请写明撤下或者继续公开的理由后再提交。');
  if (reason.length > 500) throw new InputRefused('理由请写在 500 个字以内。');
}

function checkReassessment(document: GovDocument, { outcome, ground, reason }: CleanInput): void {
  if (!reason) throw new InputRefused('请写明评估意见（理由）后再提交。');
  if (outcome !== 'release' && !ground && !document.ground)
    throw new InputRefused('不主动公开全文的，必须选择法定依据。');
  const same = outcome === 'on-request' ? 'on-request' : outcome === 'withhold' ? 'withheld' : undefined;
  if (same !== undefined && same === document.state)
    throw new InputRefused(`这份文件现在就是“${attributeName[same]}”，如不改变，请选择“继续”。`);
  if (same !== undefined && !ground) throw new InputRefused('改变公开属性必须重新选择法定依据。');
}

function checkCutMore(document: GovDocument, { cuts = [], dismissed = [] }: CleanInput): void {
  if (cuts.every((c) => document.cuts.includes(c)) && dismissed.length === 0)
    throw new InputRefused('请选择或填写还要删减的内容，再选“继续删减”。');
}

function checkAttribute(task: Task, document: GovDocument, input: CleanInput, judged: Judged): void {
  if (task.task === 'confirm-attribute' && document.proposal?.contradiction && !input.attribute)
    throw new InputRefused('各来源的公开属性不一致，请明确选择一个公开属性。');
  const attribute = input.attribute ?? document.attribute;
  if (needsGround(attribute)) {
    if (attribute !== document.attribute && !input.ground)
      throw new InputRefused(`公开属性改为“${attributeName[attribute]}”，必须选择法定依据。`);
    if (!input.ground && !document.ground)
      throw new InputRefused(`“${attributeName[attribute]}”必须有法定依据，请选择。`);
  }
  const cuts = mergeCuts(
    document.cuts,
    input.cuts ?? [],
    input.dismissed?.map((d) => d.finding),
  );
  if (attribute === 'public' && cuts.length > 0)
    throw new InputRefused(
      '已有内容要删减，就不能以“主动公开”发布原文：请把公开属性改为“删减后公开”，或退回部门修改。',
    );
  if (task.task === 'publication-review') checkRelease(attribute, cuts, document, input, judged);
}

/** The last station before the public: nothing blocking is left without a word, and a redaction cuts something. */
function checkRelease(
  attribute: Attribute,
  cuts: readonly string[],
  document: GovDocument,
  input: CleanInput,
  { findings, files }: Judged,
): void {
  const covered = files.flatMap((f) => f.hidden).filter(isCovered);
  if (attribute === 'public' && covered.length > 0)
    throw new InputRefused(
      `${coveredWords}（${covered.length} 处，如${covered[0]!.place}），不能以“主动公开”发布原文件：` +
        '请把公开属性改为“删减后公开”（系统会清除这些内容），或退回部门清除后重新上传。',
    );
  const chosen = new Set(cuts.map(targetOf));
  const dismissed = new Set([...document.dismissed, ...(input.dismissed ?? [])].map((d) => d.finding));
  const open = findings.filter((f) => f.severity === 'block' && !dismissed.has(f.id) && !chosen.has(f.id));
  if (attribute === 'public' && open.length > 0)
    throw new InputRefused(
      `还有 ${open.length} 处必须处理的内容（${describe(findings, open[0]!.id)}等）：` +
        '请把公开属性改为“删减后公开”，或对每一处选择“不需删减”并写明理由。',
    );
  if (attribute === 'redacted' && cuts.length === 0 && open.length === 0 && covered.length === 0)
    throw new InputRefused('“删减后公开”至少要删减一处：请勾选要删减的发现，或填写要删减的文字。');
}
