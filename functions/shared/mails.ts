/** Every mail of the product: plain text, one link, fixed subjects with a cleaned and shortened title. */
import { chineseDate, localDate } from '@gongkai/calendar/local-date.ts';
import { attributeName } from '@gongkai/domain/attribute.ts';
import type { Deadline } from '@gongkai/domain/deadline.ts';
import { type GovDocument, nameOfDocument } from '@gongkai/domain/document.ts';
import type { Person } from '@gongkai/domain/organisation.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import { settlesFindings, type Task, type TaskKind, taskKindName } from '@gongkai/domain/task.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';

const short = (title: string): string => (title.length > 40 ? `${title.slice(0, 40)}…` : title);

export function letter(
  settings: Settings,
  person: Person,
  id: string,
  subject: string,
  lines: readonly string[],
): MailMessage {
  return {
    id: `${id}-${person.id}`,
    to: person.email,
    subject: `【政务公开】${subject}`,
    text: [
      `${person.name}，您好：`,
      '',
      ...lines,
      '',
      '——',
      `${settings.county}政务公开工作平台（此邮件由系统发出，请勿回复）`,
      '链接只显示内容，不会替您作出任何决定；请勿转发。',
      '',
    ].join('\n'),
  };
}

export const dueText = (due: Deadline): string =>
  `${chineseDate(due.date)}${due.status === 'provisional' ? '（暂定，待国务院办公厅公布节假日安排）' : ''}`;

const findingsText = (document: GovDocument): string => {
  const f = document.findings;
  if (!f) return '尚未筛查';
  return f.block + f.review + f.note === 0
    ? '没有发现敏感信息'
    : `必须处理 ${f.block} 处，需要核对 ${f.review} 处，提示 ${f.note} 处`;
};

const facts = (document: GovDocument, kind: TaskKind): string[] => [
  `文件：${nameOfDocument(document)}`,
  ...(document.metadata?.documentNumber ? [`文号：${document.metadata.documentNumber}`] : []),
  `公开属性：${attributeName[document.attribute]}${contradictionText(document, kind)}`,
  ...(settlesFindings(kind) ? [`筛查结果：${findingsText(document)}`] : []),
];

/** The head settles it, two reviews look at that again, and then it is over. */
function contradictionText({ proposal }: GovDocument, kind: TaskKind): string {
  if (!proposal?.contradiction) return '';
  if (kind === 'confirm-attribute') return '（各来源不一致，请核定）';
  const isReview = kind === 'secrecy-review' || kind === 'publication-review';
  return isReview ? '（各来源不一致，部门负责人已核定，请复核）' : '';
}

export const taskLink = (settings: Settings, task: Pick<Task, 'id'>, opaque: string): string =>
  `${settings.portalUrl}/t/${task.id}/${opaque}`;

interface Request {
  task: Task;
  document: GovDocument;
  person: Person;
  /** Opaque id of the link, this person's own. */
  opaque: string;
  /** Who handed the task to this person. */
  delegatedBy?: string;
  /** Whoever had it before does it no longer. */
  handedOn?: boolean;
}

/** A mail about a task, whatever that is about. */
export interface AboutTask {
  task: Task;
  person: Person;
  /** What the subject calls it. */
  name: string;
  lines: readonly string[];
}

/** `id`: the same for a repeat, another when it is to be sent anew. */
export const askingLetter = (settings: Settings, id: string, { task, person, name, lines }: AboutTask) =>
  letter(settings, person, id, `${taskKindName[task.task]}：${name}`, lines);

export const reminderLetter = (
  settings: Settings,
  count: number,
  { task, person, name, lines }: AboutTask,
): MailMessage =>
  letter(
    settings,
    person,
    `remind-${task.id}-${count}`,
    `提醒：${taskKindName[task.task]}（期限 ${task.due.date}）：${name}`,
    lines,
  );

export const escalationLetter = (settings: Settings, { task, person, name, lines }: AboutTask): MailMessage =>
  letter(settings, person, `escalate-${task.id}`, `逾期未办：${taskKindName[task.task]}：${name}`, lines);

const requestLines = (settings: Settings, { task, document, opaque }: Request, opening: string): string[] => [
  `${opening}：${taskKindName[task.task]}`,
  ...facts(document, task.task),
  `办理期限：${dueText(task.due)}`,
  ...(task.note ? [`说明：${task.note}`] : []),
  '',
  '请打开以下链接办理：',
  taskLink(settings, task, opaque),
];

export const taskMail = (settings: Settings, request: Request): MailMessage => {
  const { task, document, person, delegatedBy, handedOn } = request;
  const opening = handedOn
    ? '原办理人不再办理，有一项任务转由您办理'
    : delegatedBy === undefined
      ? '有一项任务等待您办理'
      : `${delegatedBy}委托您办理一项任务`;
  const lines = requestLines(settings, request, opening);
  const name = short(nameOfDocument(document));
  return askingLetter(settings, `task-${task.id}-${task.linkRound}`, { task, person, name, lines });
};

export const reminderMail = (settings: Settings, request: Request, count: number): MailMessage => {
  const { task, document, person } = request;
  const lines = requestLines(settings, request, '这项任务还没有办理');
  return reminderLetter(settings, count, { task, person, name: short(nameOfDocument(document)), lines });
};

export const escalationMail = (
  settings: Settings,
  task: Task,
  document: GovDocument,
  person: Person,
  departmentName: string,
): MailMessage =>
  escalationLetter(settings, {
    task,
    person,
    name: short(nameOfDocument(document)),
    lines: [
      `${departmentName}的一项任务未按时办理：${taskKindName[task.task]}`,
      ...facts(document, task.task),
      `办理期限：${dueText(task.due)}`,
      '',
      '请督促或代为办理：',
      `${settings.portalUrl}/tasks/${task.id}`,
    ],
  });

export const deadlineMovedMail = (
  settings: Settings,
  task: Task,
  person: Person,
  before: Deadline,
): MailMessage =>
  letter(
    settings,
    person,
    `moved-${task.id}-${task.due.calendarVersion}`,
    `期限提前：${taskKindName[task.task]}：${short(task.title)}`,
    [
      `节假日安排已更新，这项任务的期限由 ${chineseDate(before.date)} 提前到 ${chineseDate(task.due.date)}。`,
      `${settings.portalUrl}/tasks/${task.id}`,
    ],
  );

export const returnMail = (
  settings: Settings,
  document: GovDocument,
  person: Person,
  reason: string,
): MailMessage =>
  letter(
    settings,
    person,
    `return-${document.id}-${document.revision}`,
    `已退回：${short(nameOfDocument(document))}`,
    [
      `您提交的文件已退回：${nameOfDocument(document)}`,
      `原因：${reason}`,
      '',
      '请修改后重新上传（原来的审查意见作废，需要重新审查）：',
      `${settings.portalUrl}/upload?document=${document.id}`,
    ],
  );

export const refusalMail = (
  settings: Settings,
  document: GovDocument,
  person: Person,
  reason: string,
): MailMessage =>
  letter(settings, person, `refuse-${document.id}-${document.revision}`, '已拒收：文件带有密级标志', [
    `${chineseDate(localDate(document.createdAt))}上传的一份文件（编号 ${document.id}）带有密级标志，系统已拒收并销毁。`,
    `依据：${reason}`,
    '涉密不上网、上网不涉密。请同时检查该文件是否还存在于联网设备上。',
  ]);

export const registrationMail = (settings: Settings, document: GovDocument, person: Person): MailMessage =>
  letter(
    settings,
    person,
    `registered-${document.id}-${document.revision}-${document.reviewDate}`,
    `已登记为${attributeName[document.attribute]}：${short(nameOfDocument(document))}`,
    [
      `您提交的文件已登记为“${attributeName[document.attribute]}”：${document.title}`,
      `下次评估日期：${document.reviewDate ? chineseDate(document.reviewDate) : '（未定）'}`,
      `${settings.portalUrl}/documents/${document.id}`,
    ],
  );

export const publishedMail = (settings: Settings, document: GovDocument, person: Person): MailMessage =>
  letter(
    settings,
    person,
    `published-${document.id}-${document.revision}`,
    `已公开：${short(nameOfDocument(document))}`,
    [
      `您提交的文件已公开：${document.title}`,
      `索引号：${document.indexNumber}`,
      `${settings.siteUrl}/${document.publication?.path}`,
      ...(document.interpretationDue
        ? ['', `请准备解读材料，最迟 ${dueText(document.interpretationDue)} 发布。`]
        : []),
    ],
  );

export const withdrawnMail = (settings: Settings, document: GovDocument, person: Person): MailMessage =>
  letter(settings, person, `withdrawn-${document.id}`, `已撤下：${short(nameOfDocument(document))}`, [
    `文件已从公开网站撤下：${document.title}`,
    `原因：${document.withdrawal?.reason ?? ''}`,
    `${settings.portalUrl}/documents/${document.id}`,
  ]);

export const calendarMissingMail = (
  settings: Settings,
  person: Person,
  year: number,
  month: string,
): MailMessage =>
  letter(settings, person, `calendar-${year}-${month}`, `请载入 ${year} 年节假日安排`, [
    `${year} 年的节假日安排还没有载入，跨年的期限只能暂定。`,
    '国务院办公厅公布后，请更新系统的日历数据；更新后全部未结期限会自动重算。',
  ]);
