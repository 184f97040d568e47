/** Mails of tasks that are done on a page of their own. It asks people to sign in: a link opens nothing by itself. */
import type { Person } from '@gongkai/domain/organisation.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import { type Task, taskKindName } from '@gongkai/domain/task.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';
import { type AboutTask, askingLetter, dueText, escalationLetter, reminderLetter } from './mails.ts';
import { pageOfTask } from './page-tasks.ts';

const about = (settings: Settings, task: Task, person: Person, opening: string): AboutTask => ({
  task,
  person,
  name: task.title,
  lines: [
    `${opening}：${taskKindName[task.task]}`,
    task.title,
    `办理期限：${dueText(task.due)}`,
    '',
    '请登录后办理：',
    `${settings.portalUrl}${pageOfTask(task)}`,
  ],
});

export const pageTaskMail = (settings: Settings, task: Task, person: Person): MailMessage =>
  askingLetter(settings, `task-${task.id}`, about(settings, task, person, '有一项任务等待您办理'));

export const pageTaskReminderMail = (
  settings: Settings,
  task: Task,
  person: Person,
  count: number,
): MailMessage => reminderLetter(settings, count, about(settings, task, person, '这项任务还没有办理'));

export const pageTaskEscalationMail = (
  settings: Settings,
  task: Task,
  person: Person,
  departmentName: string,
): MailMessage =>
  escalationLetter(settings, about(settings, task, person, `${departmentName}的一项任务未按时办理`));
