/** What the upload form asks about a posted list: nothing, or its ground and its last day. */
import { addYears } from '@gongkai/calendar/local-date.ts';
import { type LocalDate, localDateSchema } from '@gongkai/domain/deadline.ts';
import { type Posting, postingGrounds } from '@gongkai/domain/posting.ts';
import * as z from 'zod';

/** Law and article in words; numbers no longer than a year's, so that nothing of a person gets in. */
const writtenGround =
  /^(?=.*第[\p{Script=Han}\d]{1,8}条)(?!.*\d{5})[\p{Script=Han}《》〈〉〔〕（）()、，；\d\s]{5,80}$/u;

/** Empty, one of the list's texts, or `other`. */
const groundField = z.enum(['', 'other', ...postingGrounds], { error: '请从列表中选择公示依据' });
const untilMessage = '公示截止日期不对，请写成 2026-12-31 这样的日期';
const untilField = z
  .string({ error: untilMessage })
  .trim()
  .refine((date) => date === '' || localDateSchema.safeParse(date).success, { error: untilMessage });

export const postingFormSchema = (today: LocalDate) =>
  z
    .object({
      attribute: z.unknown().optional(),
      postingGround: groundField.default(''),
      postingOther: z.string({ error: '请写明公示依据' }).trim().default(''),
      postingUntil: untilField.default(''),
    })
    .transform(({ attribute, postingGround, postingOther, postingUntil }, ctx): { posting?: Posting } => {
      const refuse = (field: keyof PostingForm, message: string): void =>
        ctx.addIssue({ code: 'custom', path: [field], message });
      if (postingGround === '') {
        if (postingUntil !== '' || postingOther !== '')
          refuse('postingGround', '填了公示内容，请选择公示依据；不是公示名单的，请把这几项清空');
        return {};
      }
      if (attribute === 'on-request' || attribute === 'withheld')
        refuse('postingGround', '不主动公开的文件不能公示：请改选“不是公示名单”，或者改选公开属性');
      if (postingGround === 'other' && !writtenGround.test(postingOther))
        refuse('postingOther', '请写明法律法规的名称和条款，例如“社会救助暂行办法第十一条”');
      if (postingGround !== 'other' && postingOther !== '')
        refuse('postingOther', '已从列表中选择依据：请清空这一项，或者改选“其他依据”');
      if (postingUntil === '') refuse('postingUntil', '请填写公示截止日期');
      else if (postingUntil <= today) refuse('postingUntil', '公示截止日期必须在今天之后');
      else if (postingUntil > addYears(today, 1)) refuse('postingUntil', '公示最长一年，请改短公示截止日期');
      return {
        posting: { ground: postingGround === 'other' ? postingOther : postingGround, until: postingUntil },
      };
    });

export type PostingForm = Partial<Record<'postingGround' | 'postingOther' | 'postingUntil', string>>;

/** What must have been typed for this posting. */
export function postingTyped(posting: Posting | undefined): Record<string, string> {
  if (!posting) return {};
  const known = postingGrounds.find((ground) => ground === posting.ground);
  return {
    postingGround: known ?? 'other',
    ...(known ? {} : { postingOther: posting.ground }),
    postingUntil: posting.until,
  };
}
