/** Where a document stands, in one plain sentence. */
import { chineseDate } from '@gongkai/calendar/local-date.ts';
import type { DocumentState } from '@gongkai/domain/document-state.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Organisation } from '@gongkai/domain/organisation.ts';
import { type Task, taskKindName } from '@gongkai/domain/task.ts';

export const stateTone: Record<DocumentState, 'blue' | 'green' | 'amber' | 'red' | ''> = {
  'awaiting-upload': 'amber',
  received: 'blue',
  'in-review': 'blue',
  returned: 'amber',
  refused: 'red',
  published: 'green',
  'on-request': '',
  withheld: '',
  withdrawn: '',
};

export function standing(document: GovDocument, open: readonly Task[], organisation: Organisation): string {
  const waiting = open.map(
    (t) =>
      `${organisation.departmentName(t.department)}办理“${taskKindName[t.task]}”（${chineseDate(t.due.date)}前）`,
  );
  const next = waiting.length > 0 ? `正等待${waiting.join('，')}。` : '';
  const until = document.reviewDate ? `下次评估：${chineseDate(document.reviewDate)}。` : '';
  const registered = `文件不主动公开，已登记备案。${until}${next}`;
  const missing = document.files.filter((f) => !f.arrived).length;
  const sentences: Record<DocumentState, string> = {
    'awaiting-upload': `还有 ${missing} 个文件没有传完，全部到达后自动进入审查。`,
    received: '文件已全部到达，系统正在读取和筛查，通常不到一分钟。',
    'in-review': next === '' ? '系统正在处理下一步，通常不到一分钟。' : next,
    returned: '文件已退回，请按下面的理由修改后重新上传。原来的审查意见作废，需要重新审查。',
    refused: '文件带有密级标志，已拒收并销毁。请立即向本单位保密工作机构报告。',
    published: next === '' ? '文件已在政府网站公开。' : `文件已在政府网站公开；${next}`,
    'on-request': registered,
    withheld: registered,
    withdrawn: '文件已从政府网站撤下。',
  };
  return sentences[document.state];
}
