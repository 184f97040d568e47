/** Histories in words people use. */
import { localMinute } from '@gongkai/calendar/local-date.ts';
import type { Actor, HistoryEntry } from '@gongkai/domain/history.ts';
import { type Validity, validityName } from '@gongkai/domain/validity.ts';
import type { Organisation } from '@gongkai/domain/organisation.ts';
import { type TaskKind, taskKindName } from '@gongkai/domain/task.ts';
import { outcomeName } from '../tasks/words.ts';

const actionName: Record<string, string> = {
  'submit-form': '填写上传表单',
  'file-arrived': '文件到达',
  'upload-complete': '文件全部到达',
  read: '读取正文和要素',
  classified: '比对公开属性',
  screened: '筛查敏感信息',
  refused: '发现密级标志，已拒收并销毁',
  returned: '退回部门',
  redacted: '制作删减稿',
  published: '公开发布',
  registered: '登记',
  restored: '恢复登记',
  reassessed: '年度评估',
  interpreted: '关联解读材料',
  withdrawn: '撤下',
  rescreened: '规则更新后重新筛查',
  'named-as-successor': '登记为替代文件',
  opened: '任务开始',
  reminded: '发送提醒',
  escalated: '逾期上报',
  delegated: '委托办理',
  'handed-on': '转交办理',
  cancelled: '任务取消',
  'links-renewed': '重新发送链接',
  'due-recomputed': '重新计算期限',
  submitted: '提交',
};

/** `secrecy-review:approve` is 保密审查：通过. */
export function nameOfAction(action: string): string {
  const [kind = '', outcome] = action.split(':');
  if (kind === 'validity') return `标注有效性：${validityName[outcome as Validity]}`;
  return outcome !== undefined && kind in taskKindName
    ? `${taskKindName[kind as TaskKind]}：${outcomeName(kind as TaskKind, outcome)}`
    : (actionName[action] ?? action);
}

/** 王副局长（代李局长） when somebody acted for another. */
export const nameOfActor = (actor: Actor, organisation: Organisation): string => {
  if (actor.onBehalfOf === undefined) return actor.name;
  return `${actor.name}（代${organisation.personName(actor.onBehalfOf)}）`;
};

export const History = ({
  entries,
  organisation,
}: {
  entries: readonly HistoryEntry[];
  organisation: Organisation;
}) => (
  <ol class="history">
    {entries.map((entry) => (
      <li>
        <span>
          <strong>{nameOfAction(entry.action)}</strong> {nameOfActor(entry.actor, organisation)}
        </span>
        {entry.reason && <span class="reason">{entry.reason}</span>}
        <time class="quiet" datetime={entry.at}>
          {localMinute(entry.at)}
        </time>
      </li>
    ))}
  </ol>
);
