/** One concept for everything a person must do. The portal's list of open tasks is the truth; mail is a hint. */
import * as z from 'zod';
import { attributeSchema, groundSchema } from './attribute.ts';
import { deadlineSchema } from './deadline.ts';
import { correctionsSchema } from './correction.ts';
import { filedUnderSchema } from './document.ts';
import { actorSchema, historyEntrySchema } from './history.ts';
import type { Kind } from './indexes.ts';
import { type Role, roleSchema } from './organisation.ts';

export const taskKinds = [
  'confirm-attribute',
  'secrecy-review',
  'publication-review',
  'approve-redaction',
  'interpret',
  'review-interpretation',
  'reassess',
  'recheck',
  'file-catalogue',
  'review-catalogue',
  'confirm-profile',
] as const;
export const taskKindSchema = z.enum(taskKinds);
export type TaskKind = z.infer<typeof taskKindSchema>;

/** About something that has a page of its own, and done there; no document, no workflow waits for them. */
export const pageTaskKinds = [
  'file-catalogue',
  'review-catalogue',
  'confirm-profile',
] as const satisfies readonly TaskKind[];
export type PageTaskKind = (typeof pageTaskKinds)[number];
export type DocumentTaskKind = Exclude<TaskKind, PageTaskKind>;

export const taskKindName: Record<TaskKind, string> = {
  'confirm-attribute': '确认公开属性',
  'secrecy-review': '保密审查',
  'publication-review': '发布审查',
  'approve-redaction': '核准删减稿',
  interpret: '政策解读',
  'review-interpretation': '审核解读材料',
  reassess: '年度评估',
  recheck: '复核已公开文件',
  'file-catalogue': '报送公开事项目录',
  'review-catalogue': '审核公开事项目录',
  'confirm-profile': '确认机构职能',
};

/** Who is asked. `office` tasks go to the county office, the others to the document's department. */
export const taskAssignee: Record<TaskKind, { role: Role; at: 'department' | 'office' }> = {
  'confirm-attribute': { role: 'department-head', at: 'department' },
  'secrecy-review': { role: 'secrecy-officer', at: 'department' },
  'publication-review': { role: 'office-editor', at: 'office' },
  'approve-redaction': { role: 'secrecy-officer', at: 'department' },
  interpret: { role: 'clerk', at: 'department' },
  'review-interpretation': { role: 'department-head', at: 'department' },
  reassess: { role: 'department-head', at: 'department' },
  recheck: { role: 'office-editor', at: 'office' },
  'file-catalogue': { role: 'department-head', at: 'department' },
  'review-catalogue': { role: 'office-editor', at: 'office' },
  'confirm-profile': { role: 'office-editor', at: 'office' },
};

/** Where what the screening found is still to be settled; a redacted copy or an interpretation comes after it. */
export const settlesFindings = (kind: TaskKind): boolean =>
  !['approve-redaction', 'interpret', 'review-interpretation'].includes(kind);

/** Name of the error by which a workflow hears that a question it waits for was withdrawn. */
export const taskCancelled = 'TaskCancelled';

/** What may be decided. `return` always needs a reason. */
export const taskOutcomes: Record<TaskKind, readonly string[]> = {
  'confirm-attribute': ['approve', 'return'],
  'secrecy-review': ['approve', 'return'],
  'publication-review': ['approve', 'return'],
  'approve-redaction': ['approve', 'cut-more', 'return'],
  interpret: ['submit'],
  'review-interpretation': ['approve', 'return'],
  reassess: ['keep', 'on-request', 'withhold', 'redact', 'release'],
  recheck: ['withdraw', 'stay'],
  'file-catalogue': ['submit'],
  'review-catalogue': ['approve', 'return'],
  'confirm-profile': ['approve', 'return'],
};

/** Reviews judge somebody's work: the author may not, and one person gives one review of a revision. */
export const reviewKinds: readonly TaskKind[] = [
  'confirm-attribute',
  'secrecy-review',
  'publication-review',
  'approve-redaction',
  'review-interpretation',
  'confirm-profile',
];

/**
 * Stations that need different people. The secrecy officer may approve the redacted copy he asked for; the
 * editor who releases a document may not.
 */
export const separateStations: Partial<Record<TaskKind, readonly TaskKind[]>> = {
  'confirm-attribute': ['secrecy-review', 'publication-review'],
  'secrecy-review': ['confirm-attribute', 'publication-review'],
  'publication-review': ['confirm-attribute', 'secrecy-review', 'approve-redaction'],
  'approve-redaction': ['publication-review'],
};

export const decisionSchema = z.object({
  outcome: z.string(),
  reason: z.string().optional(),
  attribute: attributeSchema.optional(),
  ground: groundSchema.optional(),
  /** Finding ids (`f1`) or literal texts (`=文本`) to cut from the public copy. */
  cuts: z.array(z.string()).optional(),
  dismissed: z.array(z.object({ finding: z.string(), reason: z.string() })).optional(),
  interpretationId: z.string().optional(),
  filedUnder: filedUnderSchema.optional(),
  corrections: correctionsSchema.optional(),
  actor: actorSchema,
  at: z.string(),
  contentHash: z.string(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const taskSchema = z.object({
  kind: z.literal('task'),
  id: z.string(),
  version: z.int(),
  task: taskKindSchema,
  state: z.enum(['open', 'decided', 'cancelled']),
  /** Document id; of a catalogue task the id of the part, of a profile's the id of the department. */
  subject: z.string(),
  revision: z.int(),
  title: z.string(),
  /** What the decision is about; repeated by the form and compared. */
  contentHash: z.string(),
  department: z.string(),
  role: roleSchema,
  author: z.string(),
  due: deadlineSchema,
  /** Next instant at which the clock-watcher must look at it. */
  attentionAt: z.string(),
  remindersSent: z.int(),
  escalated: z.boolean(),
  delegatedTo: z.object({ person: z.string(), by: z.string() }).optional(),
  /** SHA-256 of the opaque ids mailed, with the person each was mailed to. A resend replaces them. */
  links: z.array(z.object({ hash: z.string(), person: z.string() })),
  linkRound: z.int(),
  /** Workflow token; never leaves the server. Empty where no workflow waits. */
  token: z.string(),
  decision: decisionSchema.optional(),
  /** Kind-specific extra facts shown to the person, e.g. why an interpretation came back. */
  note: z.string().optional(),
  interpretationId: z.string().optional(),
  createdAt: z.string(),
  /** When it was decided or cancelled. */
  closedAt: z.string().optional(),
  history: z.array(historyEntrySchema),
});
export type Task = z.infer<typeof taskSchema>;
/** A task whose subject is a document. */
export type DocumentTask = Task & { task: DocumentTaskKind };
export const isDocumentTask = (task: Task): task is DocumentTask =>
  !(pageTaskKinds as readonly TaskKind[]).includes(task.task);

export const taskKind: Kind<Task> = {
  name: 'task',
  parse: (value) => taskSchema.parse(value),
  places: (t) => ({
    'tasks-by-subject': { partition: t.subject, sort: `${t.createdAt}#${t.id}` },
    ...(t.state === 'open'
      ? {
          'tasks-by-assignee': { partition: `${t.department}#${t.role}`, sort: `${t.due.date}#${t.id}` },
          'tasks-by-attention': { partition: 'open', sort: `${t.attentionAt}#${t.id}` },
        }
      : {}),
    ...(t.closedAt !== undefined && isAwaited(t)
      ? { 'tasks-by-closing': { partition: 'closed', sort: closingOrder(t) } }
      : {}),
  }),
};

/** Where a closed task stands in `tasks-by-closing`. */
export const closingOrder = (t: Pick<Task, 'closedAt' | 'id'>): string => `${t.closedAt}#${t.id}`;

/** Something goes on when it is closed: the workflow that holds the token, or the withdrawal a recheck may start. */
const isAwaited = (t: Task): boolean => t.token !== '' || t.task === 'recheck';
