/** The yearly evaluation of one item that is not public (条例 art. 18; yearly by 耿政办发〔2020〕49号). */
import * as z from 'zod';
import { attributeSchema, groundSchema } from './attribute.ts';
import { historyEntrySchema } from './history.ts';
import type { Kind } from './indexes.ts';

export const reassessmentOutcomes = {
  keep: '继续不予公开（或依申请公开）',
  'on-request': '转为依申请公开',
  withhold: '转为不予公开',
  redact: '删减后公开',
  release: '转为主动公开',
} as const;

export const reassessmentSchema = z.object({
  kind: z.literal('reassessment'),
  /** `<document id>-<year>`. */
  id: z.string(),
  version: z.int(),
  documentId: z.string(),
  year: z.int(),
  department: z.string(),
  outcome: z.enum(Object.keys(reassessmentOutcomes) as [keyof typeof reassessmentOutcomes]),
  before: z.object({ attribute: attributeSchema, ground: groundSchema.optional() }),
  after: z.object({ attribute: attributeSchema, ground: groundSchema.optional() }),
  decidedAt: z.string(),
  history: z.array(historyEntrySchema),
});
export type Reassessment = z.infer<typeof reassessmentSchema>;

export const reassessmentKind: Kind<Reassessment> = {
  name: 'reassessment',
  parse: (value) => reassessmentSchema.parse(value),
  places: (r) => ({
    'reassessments-by-year': { partition: String(r.year), sort: `${r.decidedAt}#${r.id}` },
  }),
};
