import type { LocalDate } from '@gongkai/domain/deadline.ts';
import * as z from 'zod';
import { whyNotPublic } from '../../shared/blocking.ts';

/** A reason that will stand on a public page: 2 to 500 characters, no identity or card number. Parse it async. */
export const publicReason = (name: string, today: LocalDate) =>
  z
    .string({ error: `请填写${name}。` })
    .transform((reason) => reason.replace(/\p{Cc}+/gu, ' ').trim())
    .refine((reason) => reason.length >= 2, { error: `请填写${name}。` })
    .refine((reason) => reason.length <= 500, { error: `${name}请写在 500 个字以内。` })
    .superRefine(async (reason, ctx) => {
      const message = await whyNotPublic(name, reason, today);
      if (message !== undefined) ctx.addIssue({ code: 'custom', message });
    });
