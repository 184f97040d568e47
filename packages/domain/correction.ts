/** What a reviewer corrects of what was read: a misread number must not go out, and need not go back for it. */
import * as z from 'zod';
import { localDateSchema } from './deadline.ts';
import type { GovDocument, Metadata } from './document.ts';

/** Only what differs; null where the document has none. */
export const correctionsSchema = z.object({
  title: z.string().optional(),
  documentNumber: z.string().nullable().optional(),
  writtenDate: localDateSchema.nullable().optional(),
});
export type Corrections = z.infer<typeof correctionsSchema>;

const nameOf = { title: '标题', documentNumber: '发文字号', writtenDate: '成文日期' } as const;
const nothing: Metadata = { title: null, documentNumber: null, issuer: null, writtenDate: null, mark: null };

type Corrected = Pick<GovDocument, 'title' | 'metadata'>;

/** The document's title and what was read, with the corrections in place. */
export function corrected({ title, metadata = nothing }: Corrected, corrections: Corrections): Corrected {
  const { documentNumber = metadata.documentNumber, writtenDate = metadata.writtenDate } = corrections;
  return {
    title: corrections.title ?? title,
    metadata: { ...metadata, title: corrections.title ?? metadata.title, documentNumber, writtenDate },
  };
}

/** For the history: what was changed from what to what. */
export function correctionText({ title, metadata }: Corrected, corrections: Corrections): string {
  const before = { title, documentNumber: metadata?.documentNumber, writtenDate: metadata?.writtenDate };
  const shown = (value: string | null | undefined): string => (value ? `“${value}”` : '（无）');
  const changes = (Object.keys(nameOf) as (keyof typeof nameOf)[])
    .filter((field) => corrections[field] !== undefined)
    .map((field) => `${nameOf[field]}由${shown(before[field])}改为${shown(corrections[field])}`);
  return `更正要素：${changes.join('；')}。`;
}
