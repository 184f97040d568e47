/** Where a document contradicts itself or what came with it. */
import * as z from 'zod';

export const contradictionCodes = [
  'mark-against-mark',
  'mark-against-declaration',
  'number-against-issuer',
  'number-against-date',
  'title-against-issuer',
  'date-in-future',
  'printed-before-written',
  'attachment-missing',
  'kind-against-layout',
  'card-against-document',
] as const;
export const contradictionSchema = z.object({
  code: z.enum(contradictionCodes),
  /** Chinese, for the reviewer. */
  sentence: z.string(),
});
export type Contradiction = z.infer<typeof contradictionSchema>;
