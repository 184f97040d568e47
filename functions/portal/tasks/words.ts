/** How tasks, outcomes and findings are called in front of people. */
import { type LocalDate, localDateSchema } from '@gongkai/domain/deadline.ts';
import { reassessmentOutcomes } from '@gongkai/domain/reassessment.ts';
import type { DocumentTaskKind, Task, TaskKind } from '@gongkai/domain/task.ts';
import type { MaskPattern } from '@gongkai/domain/settings.ts';
import type { Finding } from '../../shared/findings-file.ts';

const outcomeNames: Record<string, string> = {
  approve: '通过',
  return: '退回修改',
  'cut-more': '继续删减',
  submit: '提交',
  withdraw: '立即撤下',
  stay: '可以公开，不撤下',
  ...reassessmentOutcomes,
};
export const outcomeName = (kind: TaskKind, outcome: string): string =>
  kind === 'confirm-attribute' && outcome === 'approve' ? '确认' : (outcomeNames[outcome] ?? outcome);

/** One sentence on what is asked; stands above everything else on the task's page. */
export const whatToDo: Record<DocumentTaskKind, string> = {
  'confirm-attribute': '请核对文件内容，确认这份文件以哪种方式公开；不能公开的，选择法定依据。',
  'secrecy-review':
    '请逐项检查正文、附件和隐藏内容：不得有国家秘密、工作秘密和不应公开的个人信息。先审查、后公开。',
  'publication-review':
    '这是发布前的最后一关：请核对公开属性、要素和筛查发现。通过后，公开的文件会立即出现在政府网站上。',
  'approve-redaction':
    '请对照原文检查删减稿：该删的是否都已删去，留下的是否仍然通顺、准确。发布的只有删减稿。',
  interpret: '文件已经公开。请起草部门编写解读材料：说清背景依据、主要内容和注意事项，不要照抄文件标题。',
  'review-interpretation':
    '请审核解读材料是否与文件一致、通俗易懂，有没有不应公开的内容。通过后会立即发布，并与文件互相链接。',
  reassess: '不公开的文件每年评估一次（政府信息公开条例第十八条）：原来的依据是否仍然成立，现在能不能公开？',
  recheck: '这份文件已经公开。按新的筛查规则，其中有必须处理的内容：请马上核对，确有问题的立即撤下。',
};

export const severityName: Record<Finding['severity'], string> = {
  block: '必须处理',
  review: '需要核对',
  note: '提示',
};

const hiddenKindName: Record<string, string> = {
  deleted: '修订中已删除的文字',
  vanished: '隐藏文字',
  comment: '批注',
  field: '域代码',
  alternative: '图片说明文字',
  property: '文档属性',
  'other-part': '文件其他部分',
  annotation: '注释',
  'hidden-column': '隐藏的列',
  'hidden-row': '隐藏的行',
  'hidden-sheet': '隐藏的工作表',
  invisible: '被遮盖或看不见的文字',
  embedded: '嵌入的文件',
  'earlier-save': '较早保存的内容',
  'speaker-note': '演讲者备注',
};
export const nameOfHidden = (kind: string): string => hiddenKindName[kind] ?? '隐藏内容';

export const patternName: Record<MaskPattern, string> = {
  all: '全部改为星号',
  'last-4': '只留后 4 位',
  'first-3-last-4': '留前 3 位和后 4 位',
  surname: '只留姓',
  village: '只留到村或社区',
  year: '只留年份',
};

const dayMs = 86_400_000;
const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(localDateSchema.parse(to)) - Date.parse(localDateSchema.parse(from))) / dayMs);

/** What is left of a task's time, in calendar days; the due date itself is counted in working days. */
export function timeLeft(
  { due }: Pick<Task, 'due'>,
  today: LocalDate,
): { text: string; tone: 'red' | 'amber' | 'blue' } {
  const days = daysBetween(today, due.date);
  if (days < 0) return { text: `已逾期 ${-days} 天`, tone: 'red' };
  if (days === 0) return { text: '今天到期', tone: 'amber' };
  return { text: `还有 ${days} 天`, tone: days === 1 ? 'amber' : 'blue' };
}
