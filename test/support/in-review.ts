/** A small county, one document in review with all its records, and the task that waits on it. */
import { append, system } from '@gongkai/domain/history.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { type Department, type Membership, officeId, type Role } from '@gongkai/domain/organisation.ts';
import { type Task, taskAssignee, type TaskKind } from '@gongkai/domain/task.ts';
import { type Findings, saveFindings } from '@gongkai/functions/shared/findings-file.ts';
import { redactedFileKey } from '@gongkai/functions/shared/kept-by-content.ts';
import { type Redacted, redactedHash, saveRedacted } from '@gongkai/functions/shared/redacted-file.ts';
import { saveText, type Text } from '@gongkai/functions/shared/text-file.ts';
import { departments, loadOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { documents, tasks } from '@gongkai/functions/shared/stores.ts';
import { hashOf } from '@gongkai/platform/links.ts';
import type { MemoryDeps } from './memory-deps.ts';

const at = '2026-03-02T01:00:00.000Z';
const person = (
  id: string,
  name: string,
  roles: Role[],
  extra: { deputy?: string; validUntil?: string } = {},
) => ({ id, name, email: `${id}@county.test`, roles, ...extra });
const department = (id: string, name: string, code: string, people: Department['people']): Department => ({
  id,
  name,
  code,
  order: 0,
  aliases: [],
  people,
  version: 0,
  history: [],
});

export const county: Department[] = [
  department(officeId, '示范县人民政府办公室', 'XFB', [
    person('editor', '钱审核', ['office-editor']),
    person('editor-two', '孙审核', ['office-editor']),
    person('admin', '周管理', ['administrator']),
  ]),
  department('civil-affairs', '示范县民政局', 'MZJ', [
    person('clerk', '张经办', ['clerk']),
    person('head', '李局长', ['department-head'], { deputy: 'vice-head' }),
    person('vice-head', '王副局长', ['clerk']),
    person('secrecy', '赵保密', ['secrecy-officer']),
    person('gone', '吴离任', ['department-head'], { validUntil: '2026-01-31' }),
  ]),
  department('finance', '示范县财政局', 'CZJ', [
    person('stranger', '郑财政', ['department-head', 'secrecy-officer', 'clerk']),
  ]),
];

export const text: Text = {
  files: [
    {
      slot: 0,
      name: '通知.docx',
      type: 'docx',
      blocks: [
        { kind: 'heading', text: '关于发放临时救助金的通知' },
        { kind: 'paragraph', text: '各乡镇人民政府：' },
        { kind: 'paragraph', text: '现将本次救助对象名单印发给你们，请于十五日内发放到位。' },
        { kind: 'row', text: '姓名\t证件号码\t电话', cells: ['姓名', '证件号码', '电话'] },
        {
          kind: 'row',
          text: '陈某甲\t990101199901010014\t13800138000',
          cells: ['陈某甲', '990101199901010014', '13800138000'],
        },
        { kind: 'paragraph', text: '（此件公开发布）' },
      ],
      hidden: [{ kind: 'comment', text: '陈某甲的电话是13800138000', place: '批注' }],
      scanned: false,
    },
  ],
  found: {
    title: { where: '关于发放临时救助金的通知', line: 0 },
    mark: { where: '（此件公开发布）', line: 5 },
  },
  problems: [],
};

export const findings: Findings['findings'] = [
  {
    id: 'f1',
    slot: 0,
    kind: 'identity-number',
    severity: 'block',
    line: 4,
    start: 4,
    end: 22,
    match: '990101199901010014',
    excerpt: '陈某甲 9901**************',
    rule: '公民身份号码',
  },
  {
    id: 'f2',
    slot: 0,
    kind: 'mobile-phone',
    severity: 'review',
    line: 4,
    start: 23,
    end: 34,
    match: '13800138000',
    excerpt: '电话 138****8000',
    rule: '手机号码',
  },
  {
    id: 'f3',
    slot: 0,
    kind: 'mobile-phone',
    severity: 'review',
    line: 0,
    start: 7,
    end: 18,
    match: '13800138000',
    excerpt: '电话是138****8000',
    rule: '手机号码',
    hidden: '批注',
  },
];

export const contentHash = 'c'.repeat(64);
const redactedBytes = Buffer.from('redacted-bytes');
const redactedFiles: Redacted['files'] = [
  {
    slot: 0,
    name: '通知.docx',
    type: 'docx',
    sha256: 'd'.repeat(64),
    size: redactedBytes.length,
    text: '陈某甲\t［已删减］\t［已删减］',
  },
];
export const storedRedactedHash = redactedHash(redactedFiles);

export const documentItem = (changes: Partial<GovDocument> = {}): GovDocument => ({
  kind: 'document',
  id: 'd1',
  version: 0,
  revision: 1,
  state: 'in-review',
  department: 'civil-affairs',
  author: 'clerk',
  title: '关于发放临时救助金的通知',
  declared: { attribute: 'public', catalogueItem: 'social-assistance', needsInterpretation: true },
  files: [
    { slot: 0, name: '通知.docx', size: 14, sha256: 'a'.repeat(64), type: 'docx', arrived: true },
    { slot: 1, name: '附件"名单".pdf', size: 9, sha256: 'b'.repeat(64), type: 'pdf', arrived: true },
  ],
  contentHash,
  metadata: {
    title: '关于发放临时救助金的通知',
    documentNumber: '示民发〔2026〕3号',
    issuer: '示范县民政局',
    writtenDate: '2026-02-27',
    mark: 'public',
  },
  proposal: {
    attribute: 'public',
    contradiction: false,
    evidence: ['部门申报：主动公开', '文中标注：（此件公开发布）'],
  },
  findings: { block: 1, review: 2, note: 0 },
  attribute: 'public',
  approvals: [],
  cuts: [],
  dismissed: [],
  interpretations: [],
  createdAt: at,
  updatedAt: at,
  history: append([], {
    at,
    actor: { id: 'clerk', name: '张经办', role: 'clerk' },
    action: 'submit-form',
  }),
  ...changes,
});

export const taskItem = (kind: TaskKind, changes: Partial<Task> = {}): Task => ({
  kind: 'task',
  id: `d1-1-${kind}-1`,
  version: 0,
  task: kind,
  state: 'open',
  subject: 'd1',
  revision: 1,
  title: '关于发放临时救助金的通知',
  contentHash,
  department: taskAssignee[kind].at === 'office' ? officeId : 'civil-affairs',
  role: taskAssignee[kind].role,
  author: 'clerk',
  due: { date: '2026-03-05', status: 'final', calendarVersion: 'v1', from: '2026-03-02', workingDays: 3 },
  attentionAt: at,
  remindersSent: 0,
  escalated: false,
  links: [],
  linkRound: 1,
  token: `token-${kind}`,
  createdAt: at,
  history: append([], { at, actor: system, action: 'opened', to: 'open' }),
  ...changes,
});

export interface World {
  document: GovDocument;
  task: Task;
  person: (id: string) => Membership;
  /** The opaque part of the link mailed to this person. */
  opaque: (id: string) => string;
}

/** Stores the county, the document with its records, and one open task mailed to everybody of `mailed`. */
export async function settle(
  deps: MemoryDeps,
  kind: TaskKind,
  options: { document?: Partial<GovDocument>; task?: Partial<Task>; mailed?: string[] } = {},
): Promise<World> {
  for (const one of county) await departments(deps.table).createOnce(one);
  const document = documentItem(options.document);
  await documents(deps.table).createOnce(document);
  await saveText(deps.files, 'd1', 1, text);
  await saveFindings(deps.files, 'd1', 1, { findings });
  await saveRedacted(deps.files, 'd1', 1, {
    files: redactedFiles,
    hash: storedRedactedHash,
    removed: 2,
    kinds: { 'identity-number': 1, 'mobile-phone': 1 },
  });
  await deps.files.put('records', redactedFileKey('d'.repeat(64)), redactedBytes, {
    contentType: 'application/octet-stream',
  });
  await deps.files.put('records', `originals/${'a'.repeat(64)}`, Buffer.from('original-bytes'), {
    contentType: 'application/octet-stream',
  });
  const wanted = taskItem(kind, options.task);
  const opaque = (id: string): string => deps.links.opaqueId('task', wanted.id, id, wanted.linkRound);
  const { value: task } = await tasks(deps.table).createOnce({
    ...wanted,
    links: (options.mailed ?? []).map((id) => ({ person: id, hash: hashOf(opaque(id)) })),
  });
  const organisation = await loadOrganisation(deps);
  const member = (id: string): Membership => {
    const found = organisation.person(id);
    if (!found) throw new Error(`no person ${id}`);
    return found;
  };
  return { document, task, person: member, opaque };
}
