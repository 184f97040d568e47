/**
 * Whether a published document still holds (有效性). 废止 is a repeal by decision, 失效 that its time is over or its
 * subject gone; either way it stays on the site and is marked there (国办发〔2017〕47号).
 */
import * as z from 'zod';
import { localDateSchema } from './deadline.ts';
import { InputRefused, WrongState } from './errors.ts';

export const validities = ['in-force', 'amended', 'repealed', 'lapsed'] as const;
export const validitySchema = z.enum(validities);
export type Validity = z.infer<typeof validitySchema>;

export const validityName: Record<Validity, string> = {
  'in-force': '有效',
  amended: '已修改',
  repealed: '已废止',
  lapsed: '已失效',
};

/** Back in force: its period was extended, or it had been marked by mistake. */
export const validityTransitions: Record<Validity, readonly Validity[]> = {
  'in-force': ['amended', 'repealed', 'lapsed'],
  amended: ['in-force', 'amended', 'repealed', 'lapsed'],
  repealed: ['in-force'],
  lapsed: ['in-force', 'repealed'],
};

export const validityChangeSchema = z.object({
  state: validitySchema,
  /** First day on which it holds. */
  since: localDateSchema,
  /** Shown to the public. */
  reason: z.string(),
  /** The published document that amends, repeals or replaces it. */
  successor: z.string().optional(),
});
export type ValidityChange = z.infer<typeof validityChangeSchema>;

export const validityNow = (document: { validity?: ValidityChange | undefined }): Validity =>
  document.validity?.state ?? 'in-force';

/** Throws {@link WrongState} for a move the table does not allow, {@link InputRefused} for a wrong successor. */
export function assertValidityMayChange(
  document: { id: string; state: string; validity?: ValidityChange | undefined },
  { state, successor }: ValidityChange,
): void {
  const now = validityNow(document);
  if (document.state !== 'published')
    throw new WrongState('这份文件现在没有公开，不能标注有效性。', document.state);
  if (!validityTransitions[now].includes(state))
    throw new WrongState(`文件现在标注为“${validityName[now]}”，不能改为“${validityName[state]}”。`, now);
  if (successor === document.id) throw new InputRefused('替代文件不能是这份文件自己，请核对网址。');
}
