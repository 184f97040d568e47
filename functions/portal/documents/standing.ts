/** Where a document stands, in one plain sentence. */
import { chineseDate } from '@gongkai/calendar/local-date.ts';
import type { DocumentState, GovDocument } from '@gongkai/domain/document.ts';
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
      `${organisation.department(t.department)?.name ?? t.department}办理“${taskKindName[t.task]}”（${chineseDate(t.due.date)}前）`,
  );
  const next = waiting.length > 0 ? `正等待${waiting.join('，')}。` : '';
  const until = document.reviewDate ? `下次评估：${chineseDate(document.reviewDate)}。` : '';
  switch (document.state) {
    case 'awaiting-upload':
      return `还有 ${document.files.filter((f) => !f.arrived).length} 个文件没有传完，全部到达后自动进入审查。`;
    case 'received':
      return '文件已全部到达，系统正在读取和筛查，通常不到一分钟。';
    case 'in-review':
      return next === '' ? '审查意见已提交，系统正在处理下一步。' : next;
    case 'returned':
      return '文件已退回，请按下面的理由修改后重新上传。原来的审查意见作废，需要重新审查。';
    case 'refused':
      return '文件带有密级标志，已拒收并销毁。请立即向本单位保密工作机构报告。';
    case 'published':
      return next === '' ? '文件已在政府网站公开。' : `文件已在政府网站公开；${next}`;
    case 'on-request':
    case 'withheld':
      return `文件不主动公开，已登记备案。${until}${next}`;
    case 'withdrawn':
      return '文件已从政府网站撤下。';
  }
}
