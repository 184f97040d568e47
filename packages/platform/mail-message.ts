/** What every way of delivering mail keeps to: nothing a user wrote can become a header or another receiver. */
import { InputRefused } from '@gongkai/domain/errors.ts';
import type { MailMessage } from './ports.ts';

/** Hands one mail over for good, or throws. A mail whose delivery was not noted is handed over again. */
export type Deliver = (message: MailMessage) => Promise<void>;

const address = /^[^\s<>()[\]\\,;:@"]{1,64}@[A-Za-z0-9.-]{1,255}$/;
const longestSubject = 200;

/** Throws {@link InputRefused} for an address no mail can go to. Asked before a mail is accepted, not at delivery. */
export function checkMail({ to }: Pick<MailMessage, 'to'>): void {
  if (!address.test(to))
    throw new InputRefused(`电子邮箱“${to.slice(0, 100)}”格式不正确，请在组织机构中改正。`);
}

export const oneLine = (subject: string): string =>
  subject
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .slice(0, longestSubject)
    .toWellFormed();

/** RFC 3834: out-of-office answers stay away. */
export const automatic = { 'Auto-Submitted': 'auto-generated' };
