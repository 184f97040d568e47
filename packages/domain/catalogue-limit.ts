/** 公开时限 of a disclosure item: what its phrase promises, and the phrase itself as it was written. */
import * as z from 'zod';

const periodSchema = z.object({
  count: z.int().positive(),
  unit: z.enum(['hour', 'day', 'working-day', 'month', 'year']),
});
export type Period = z.infer<typeof periodSchema>;

const dueSchema = z.discriminatedUnion('kind', [
  /** Within a period after an event, e.g. 信息形成或变更. */
  z.object({ kind: z.literal('within'), ...periodSchema.shape, after: z.string() }),
  /** Once a year, by this day; `last` stands for the month's last day. */
  z.object({
    kind: z.literal('yearly'),
    month: z.int().min(1).max(12),
    day: z.union([z.int().min(1).max(31), z.literal('last')]),
  }),
  /** Again and again: a stale item is one that missed its last turn. */
  z.object({ kind: z.literal('every'), period: z.enum(['week', 'month', 'quarter', 'half-year', 'year']) }),
  /** 及时 or, where `realTime`, 实时: no number of days, so the law's ceiling holds (条例 art. 26). */
  z.object({ kind: z.literal('at-once'), realTime: z.boolean() }),
]);
export type Due = z.infer<typeof dueSchema>;

export const limitSchema = z.object({
  /** As the department wrote it, blanks tidied. */
  text: z.string(),
  /** Absent: the phrase says nothing about when, and the law's 20 working days hold. */
  due: dueSchema.optional(),
  /** How long it stays up (公示期, 公开期限). */
  posting: z.union([periodSchema, z.literal('long-term')]).optional(),
  /** False: part of the phrase was not understood, a person must look. */
  understood: z.boolean(),
});
export type Limit = z.infer<typeof limitSchema>;

/** 条例 art. 26: within 20 working days of formation or change, where no law says otherwise. */
export const statutoryWorkingDays = 20;
