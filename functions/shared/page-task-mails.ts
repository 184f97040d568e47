/** Mails of tasks that are done on a page of their own. It asks people to sign in: a link opens nothing by itself. */
import type { Person } from '@gongkai/domain/organisation.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import { type Task, taskKindName } from '@gongkai/domain/task.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';
import { dueText, letter } from './mails.ts';
import { pageOfTask } from './page-tasks.ts';

const lines = (settings: Settings, task: Task, opening: string): string[] => [
  `${opening}：${taskKindName[task.task]}`,
  task.title,
  `办理期限：${dueText(task.due)}`,
  '',
  '请登录后办理：',
  `${settings.portalUrl}${pageOfTask(task)}`,
];

export const pageTaskMail = (settings: Settings, task: Task, person: Person): MailMessage =>
  letter(
    settings,
    person,
    `task-${task.id}`,
    `${taskKindName[task.task]}：${task.title}`,
    lines(settings, task, '有一项任务等待您办理'),
  );

export const pageTaskReminderMail = (
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

export const pageTaskEscalationMail = (
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
