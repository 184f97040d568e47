/** What a person hands in with a decision; bounded and cleaned once, at the edge. */
import * as z from 'zod';
import { attributes, groundSchema } from '@gongkai/domain/attribute.ts';
import { interpretationForms } from '@gongkai/domain/interpretation.ts';

/** Keeps line breaks, drops the other control characters: they break feeds and mails. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .trim();
const text = (name: string, max: number) =>
  z
    .string()
    .transform(plain)
    .refine((t) => t.length <= max, {
      error: ({ input }) => `${name}有 ${String(input).length} 个字，请缩短到 ${max} 个字以内。`,
    });
const optional = (name: string, max: number) =>
  text(name, max)
    .transform((t) => (t === '' ? undefined : t))
    .optional();
const needed = (name: string, max: number) =>
  text(name, max).refine((t) => t !== '', { error: `请填写${name}。` });

/** A cut must match the text to the letter, tabs of a table row included. */
const trimCut = (cut: string): string => cut.trim().replace(/^=\s+/, '=');

export const interpretationInputSchema = z.object({
  title: needed('解读标题', 200).transform((t) => t.replace(/\s+/g, ' ')),
  form: z.enum(Object.keys(interpretationForms) as [keyof typeof interpretationForms], {
    error: '请选择解读形式。',
  }),
  text: needed('解读正文', 20_000),
  contact: needed('咨询方式', 200),
});

/** A task and its document are items of at most 400 KB: what one decision adds is bounded as a whole. */
const maxCharacters = 20_000;
const characters = (texts: readonly string[]): number => texts.reduce((sum, t) => sum + t.length, 0);

export const decidingInputSchema = z.object({
  outcome: z.string({ error: '请选择您的意见后再提交。' }),
  reason: optional('理由', 1_000),
  attribute: z.enum(attributes, { error: '请选择列出的公开属性。' }).optional(),
  ground: groundSchema.optional().catch(undefined),
  /** Finding ids (`f1`) and literal texts (`=文本`). */
  cuts: z
    .array(z.string().max(501, '要删减的文字每处不超过 500 字，请分成几处。').transform(trimCut))
    .transform((cuts) => [...new Set(cuts.filter((c) => c !== '' && c !== '='))])
    .refine((cuts) => characters(cuts) <= maxCharacters, {
      error: '一次要删减的内容太多，请退回部门重新整理文件。',
    })
    .optional(),
  dismissed: z
    .array(z.object({ finding: z.string(), reason: needed('不需删减的理由', 200) }))
    .refine((d) => characters(d.map((one) => one.finding + one.reason)) <= maxCharacters, {
      error: '“不需删减”的理由合计太长，请写得简短一些（例如“办公电话”）。',
    })
    .optional(),
  interpretation: interpretationInputSchema.optional(),
  /** Where a reviewer found the document filed under the wrong item. */
  catalogueItem: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, '请从列表中选择公开事项。')
    .optional(),
  /** As typed; compared with what was read. */
  corrections: z
    .object({
      title: text('标题', 300).optional(),
      documentNumber: text('发文字号', 100).optional(),
      issuer: text('发文机关', 100).optional(),
      writtenDate: text('成文日期', 40).optional(),
      subjectClass: text('主题分类', 40).optional(),
      effectiveDate: text('施行日期', 40).optional(),
      expiryDate: text('有效期至', 40).optional(),
    })
    .optional(),
  contentHash: z.string(),
});
export type DecidingInput = z.input<typeof decidingInputSchema>;
export type CleanInput = z.output<typeof decidingInputSchema>;
