import * as z from 'zod';

export const withdrawalForm = z.object({
  reason: z
    .string({ error: '请填写撤下理由。' })
    .transform((reason) => reason.replace(/\p{Cc}+/gu, ' ').trim())
    .refine((reason) => reason.length >= 2, { error: '请填写撤下理由。' })
    .refine((reason) => reason.length <= 500, { error: '撤下理由请写在 500 个字以内。' }),
  showTitle: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'yes'),
  confirm: z.literal('yes', { error: '请勾选“我确认要撤下”。' }),
});
