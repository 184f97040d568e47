/**
 * What the state machines pass to the functions and get back. Keys and ids only, never texts: Step Functions caps
 * a payload at 256 KB and keeps it in its history.
 */
import { validityChangeSchema } from '@gongkai/domain/validity.ts';
import * as z from 'zod';
import { attributeSchema } from '@gongkai/domain/attribute.ts';
import { taskKindSchema } from '@gongkai/domain/task.ts';

/** Input of the publication machine; the execution's name is `<documentId>-<revision>`. */
export const publicationInput = z.object({ documentId: z.string(), revision: z.int().positive() });

/** Input of the withdrawal machine; named `<documentId>-withdrawal`. */
export const withdrawalInput = z.object({
  documentId: z.string(),
  reason: z.string(),
  /** The tombstone names the document; not where the title itself had to go. */
  showTitle: z.boolean().default(false),
  actor: z.object({ id: z.string(), name: z.string(), role: z.string() }),
});

/** Input of the validity machine; named `<documentId>-validity-<which change>`. */
export const validityInput = z.object({
  documentId: z.string(),
  change: validityChangeSchema,
  actor: z.object({ id: z.string(), name: z.string(), role: z.string() }),
});

/** Most steps: which document, and the task whose decision led here and is now applied to it. */
export const stepInput = publicationInput.extend({ decided: z.string().nullish() });

export const readOutput = z.object({
  outcome: z.enum(['read', 'secret', 'unreadable']),
  /** Chinese, for the department; absent when read. Never quotes a secret document. */
  reason: z.string().optional(),
});

export const refuseInput = publicationInput.extend({ reason: z.string() });

/** `decided` gives the reason, or `reason` does when no person decided. */
export const returnInput = stepInput.extend({ reason: z.string().nullish() });

export const openTaskInput = stepInput.extend({
  task: taskKindSchema,
  /** Task token of the waiting state. */
  token: z.string(),
  /** Distinguishes tasks of the same kind within one execution; counts from 1. */
  round: z.int().positive(),
  /** Reassessment year, for `reassess`. */
  year: z.int().nullish(),
  interpretationId: z.string().nullish(),
  /** Why it is asked again, where no person returned it. */
  reason: z.string().nullish(),
});

/** What a decision answers to the waiting state. */
export const taskAnswer = z.object({
  taskId: z.string(),
  outcome: z.string(),
  /** The attribute in force after the decision. */
  attribute: attributeSchema,
  interpretationId: z.string().nullable(),
});
export type TaskAnswer = z.infer<typeof taskAnswer>;

export const registerInput = stepInput.extend({
  attribute: z.enum(['on-request', 'withheld']).nullish(),
  /** Puts a document back into the register after a reassessment of this year did not end in publication. */
  restoreFrom: z.int().nullish(),
});

export const publishOutput = z.object({
  needsInterpretation: z.boolean(),
  /** UTC instant, `YYYY-MM-DDTHH:mm:ssZ`. */
  followUpAt: z.string(),
});

export const findInterpretationOutput = z.object({ found: z.boolean() });

export const linkInterpretationInput = stepInput.extend({ interpretationId: z.string() });

export const recordReassessmentInput = stepInput.extend({ year: z.int(), decided: z.string() });
