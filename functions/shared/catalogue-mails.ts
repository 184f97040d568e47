/** Mails about the catalogue. Their pages ask people to sign in: a link opens nothing by itself. */
import { gapNames } from '@gongkai/catalogue/gaps.ts';
import { partOf } from '@gongkai/domain/catalogue-part.ts';
import type { CataloguePart } from '@gongkai/domain/catalogue-part.ts';
import type { Person } from '@gongkai/domain/organisation.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import { type Task, taskKindName } from '@gongkai/domain/task.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';
import type { ReportedGap } from './catalogue-gaps.ts';
import { dueText, letter } from './mails.ts';

/** Path below the portal at which a catalogue task is done. */
export const cataloguePartPath = (part: string): string => {
  const { field, department } = partOf(part);
  return `/catalogue/${field}/${department}`;
};

const lines = (settings: Settings, task: Task, opening: string): string[] => [
  `${opening}：${taskKindName[task.task]}`,
  task.title,
  `办理期限：${dueText(task.due)}`,
  '',
  '请登录后办理：',
  `${settings.portalUrl}${cataloguePartPath(task.subject)}`,
];

export const catalogueTaskMail = (settings: Settings, task: Task, person: Person): MailMessage =>
  letter(
    settings,
    person,
    `task-${task.id}`,
    `${taskKindName[task.task]}：${task.title}`,
    lines(settings, task, '有一项任务等待您办理'),
  );

export const catalogueReminderMail = (
  settings: Settings,
  task: Task,
  person: Person,
  count: number,
): MailMessage =>
  letter(
    settings,
    person,
    `remind-${task.id}-${count}`,
    `提醒：${taskKindName[task.task]}（期限 ${task.due.date}）：${task.title}`,
    lines(settings, task, '这项任务还没有办理'),
  );

export const catalogueEscalationMail = (
  settings: Settings,
  task: Task,
  person: Person,
  departmentName: string,
): MailMessage =>
  letter(
    settings,
    person,
    `escalate-${task.id}`,
    `逾期未办：${taskKindName[task.task]}：${task.title}`,
    lines(settings, task, `${departmentName}的一项任务未按时办理`),
  );

export const catalogueReturnedMail = (
  settings: Settings,
  part: CataloguePart,
  fieldName: string,
  person: Person,
): MailMessage =>
  letter(
    settings,
    person,
    `catalogue-returned-${part.id}-${part.revision}`,
    `已退回：${fieldName}领域公开事项目录`,
    [
      `您报送的“${fieldName}”领域公开事项目录已退回。`,
      `原因：${part.returned?.reason ?? ''}`,
      '',
      '请修改后重新报送：',
      `${settings.portalUrl}${cataloguePartPath(part.id)}`,
    ],
  );

/** A mail, not the report: the page shows the rest. */
const named = 15;

export const gapDigestMail = (
  settings: Settings,
  person: Person,
  department: string,
  month: string,
  gaps: readonly Pick<ReportedGap, 'fieldName' | 'name' | 'kind'>[],
): MailMessage =>
  letter(settings, person, `gaps-${department}-${month}`, `${month} 公开事项缺口：${gaps.length} 处`, [
    `本部门的公开事项目录中有 ${gaps.length} 处没有做到：`,
    ...gaps.slice(0, named).map((gap) => `- ${gap.fieldName}·${gap.name}：${gapNames[gap.kind]}`),
    ...(gaps.length > named ? [`……以及另外 ${gaps.length - named} 处`] : []),
    '',
    '请登录查看并补充公开：',
    `${settings.portalUrl}/catalogue/gaps`,
  ]);
