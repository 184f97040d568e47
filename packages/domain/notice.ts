/** That a published document was withdrawn, or marked in its validity: for those who subscribed. */
import * as z from 'zod';
import type { Kind } from './indexes.ts';

const noticeSchema = z.object({
  id: z.string(),
  version: z.int(),
  what: z.enum(['withdrawn', 'validity']),
  /** What is told of it is read from the document when it is told. */
  documentId: z.string(),
  /** UTC instant at which it was noted. */
  at: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const noticeKind: Kind<Notice> = {
  name: 'notice',
  parse: (value) => noticeSchema.parse(value),
  places: ({ id, at }) => ({ 'notices-by-time': { partition: 'site', sort: `${at}#${id}` } }),
};
