/** What screening found in a revision. */
import * as z from 'zod';
import { revisionFile } from './revision-file.ts';

const severities = ['block', 'review', 'note'] as const;

const findingSchema = z.object({
  /** `f1`, `f2`, … across all files of a revision. */
  id: z.string(),
  slot: z.int().nonnegative(),
  kind: z.string(),
  severity: z.enum(severities),
  /** Index of the block; with `hidden`, nothing in the visible text. */
  line: z.int(),
  /** Offsets in that block's text, end exclusive. */
  start: z.int(),
  end: z.int(),
  match: z.string(),
  excerpt: z.string(),
  rule: z.string(),
  /** The law it rests on, and by which signs it was found; earlier findings have neither. */
  law: z.string().optional(),
  why: z.string().optional(),
  /** The place is the heading of a column, and the find is about the cells below. */
  scope: z.literal('column').optional(),
  /** Where it hides, when a reader of the page would not see it. */
  hidden: z.string().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

const findingsSchema = z.object({ findings: z.array(findingSchema) });
export type Findings = z.infer<typeof findingsSchema>;

export const { load: loadFindings, save: saveFindings } = revisionFile('findings', findingsSchema);
/** What newer rules found in it after it was published. */
export const rescreenedFile = (rulesVersion: number) =>
  revisionFile(`rescreened-${rulesVersion}`, findingsSchema);
