/** The interpretation (解读) of a published document, due within 3 working days of its publication. */
import * as z from 'zod';
import { historyEntrySchema } from './history.ts';
import type { Kind } from './indexes.ts';
import { publicationSchema } from './publication.ts';

/** Forms named by 耿政办发〔2020〕49号; the first version takes text. */
export const interpretationForms = { text: '文字解读', qa: '简明问答', cases: '案例说明' } as const;

export const interpretationSchema = z.object({
  kind: z.literal('interpretation'),
  id: z.string(),
  version: z.int(),
  documentId: z.string(),
  department: z.string(),
  author: z.string(),
  title: z.string(),
  form: z.enum(Object.keys(interpretationForms) as [keyof typeof interpretationForms]),
  text: z.string(),
  /** 咨询电话 or other contact of the interpreting department; an intended publication. */
  contact: z.string(),
  contentHash: z.string(),
  state: z.enum(['submitted', 'returned', 'published', 'withdrawn']),
  indexNumber: z.string().optional(),
  publication: publicationSchema.optional(),
  createdAt: z.string(),
  history: z.array(historyEntrySchema),
});
export type Interpretation = z.infer<typeof interpretationSchema>;

export const interpretationKind: Kind<Interpretation> = {
  name: 'interpretation',
  parse: (value) => interpretationSchema.parse(value),
  places: () => ({}),
};
