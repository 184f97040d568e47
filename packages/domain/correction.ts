/** What a reviewer corrects of what was read: a misread number must not go out, and need not go back for it. */
import * as z from 'zod';
import { localDateSchema } from './deadline.ts';
import { documentKindSchema } from './document-kind.ts';
import type { GovDocument, Metadata } from './document.ts';

/** Only what differs; null where the document has none. */
export const correctionsSchema = z.object({
  title: z.string().optional(),
  /** 文种, which follows from the title. */
  kind: documentKindSchema.nullable().optional(),
  documentNumber: z.string().nullable().optional(),
  issuer: z.string().nullable().optional(),
  writtenDate: localDateSchema.nullable().optional(),
  subjectClass: z.string().nullable().optional(),
  effectiveDate: localDateSchema.nullable().optional(),
  expiryDate: localDateSchema.nullable().optional(),
});
export type Corrections = z.infer<typeof correctionsSchema>;

export const correctableName = {
  title: '标题',
  documentNumber: '发文字号',
  issuer: '发文机关',
  writtenDate: '成文日期',
  subjectClass: '主题分类',
  effectiveDate: '施行日期',
  expiryDate: '有效期至',
} as const;
const fields = Object.keys(correctableName) as (keyof typeof correctableName)[];
const nullableFields = ['documentNumber', 'issuer', 'writtenDate'] as const;
/** Absent rather than null where the document has none. */
const optionalFields = ['subjectClass', 'effectiveDate', 'expiryDate'] as const;
const nothing: Metadata = { title: null, documentNumber: null, issuer: null, writtenDate: null, mark: null };

type Corrected = Pick<GovDocument, 'title' | 'metadata'>;

/** The document's title and what was read, with the corrections in place. */
export function corrected({ title, metadata = nothing }: Corrected, corrections: Corrections): Corrected {
  const next = { ...metadata, title: corrections.title ?? metadata.title };
  for (const field of nullableFields) {
    const value = corrections[field];
    if (value !== undefined) next[field] = value;
  }
  for (const field of optionalFields) {
    const value = corrections[field];
    if (value === null) delete next[field];
    else if (value !== undefined) next[field] = value;
  }
  if (corrections.kind === null) delete next.kind;
  else if (corrections.kind !== undefined) next.kind = corrections.kind;
  return { title: corrections.title ?? title, metadata: next };
}

/** For the history: what was changed from what to what. */
export function correctionText({ title, metadata }: Corrected, corrections: Corrections): string {
  const before: Partial<Record<keyof Corrections, string | null | undefined>> = {
    ...nothing,
    ...metadata,
    title,
  };
  const shown = (value: string | null | undefined): string => (value ? `“${value}”` : '（无）');
  const changes = fields
    .filter((field) => corrections[field] !== undefined)
    .map((field) => `${correctableName[field]}由${shown(before[field])}改为${shown(corrections[field])}`);
  return `更正要素：${changes.join('；')}。`;
}
