/** What a person hands in with a decision; bounded and cleaned once, at the edge. */
import * as z from 'zod';
import { attributeSchema, groundSchema } from '@gongkai/domain/attribute.ts';
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
export type InterpretationInput = z.input<typeof interpretationInputSchema>;

export const decidingInputSchema = z.object({
  outcome: z.string({ error: '请选择审查意见。' }),
  reason: optional('理由', 1_000),
  attribute: attributeSchema.optional(),
  ground: groundSchema.optional(),
  /** Finding ids (`f1`) and literal texts (`=文本`). */
  cuts: z
    .array(z.string().max(501, '要删减的文字每处不超过 500 字，请分成几处。').transform(trimCut))
    .max(500, '一次最多删减 500 处，请分批办理。')
    .transform((cuts) => [...new Set(cuts.filter((c) => c !== '' && c !== '='))])
    .optional(),
  dismissed: z
    .array(z.object({ finding: z.string(), reason: needed('不需删减的理由', 500) }))
    .max(2_000)
    .optional(),
  interpretation: interpretationInputSchema.optional(),
  contentHash: z.string(),
});
export type DecidingInput = z.input<typeof decidingInputSchema>;
export type CleanInput = z.output<typeof decidingInputSchema>;
