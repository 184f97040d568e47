import type { LocalDate } from '@gongkai/domain/deadline.ts';
import * as z from 'zod';
import { publicReason } from './public-reason.ts';

export const withdrawalForm = (today: LocalDate) =>
  z.object({
    reason: publicReason('撤下理由', today),
    showTitle: z
      .string()
      .optional()
      .transform((ticked) => ticked === 'yes'),
    confirm: z.literal('yes', { error: '请勾选“我确认要撤下”。' }),
  });
