/** One mail as RFC 5322 wants it: plain text first, and nothing a user wrote can become a header. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { InputRefused } from '@gongkai/domain/errors.ts';
import type { MailMessage } from './ports.ts';

const address = /^[^\s<>()[\]\\,;:@"]{1,64}@[A-Za-z0-9.-]{1,255}$/;
const longestSubject = 200;

/** Throws {@link InputRefused} for an address no mail can go to. Asked before a mail is accepted, not at delivery. */
export function checkMail({ to }: Pick<MailMessage, 'to'>): void {
  if (!address.test(to))
    throw new InputRefused(`电子邮箱“${to.slice(0, 100)}”格式不正确，请在组织机构中改正。`);
}

/** Fields for nodemailer; the Message-ID follows from the mail's id, so a repeat can be recognised. */
export function mailFields(message: MailMessage, from: string, date: Date) {
  checkMail(message);
  return {
    from,
    to: { name: '', address: message.to },
    subject: oneLine(message.subject),
    text: message.text,
    ...(message.html === undefined ? {} : { html: message.html }),
    date,
    messageId: `<${idPart(message.id)}@${domainOf(from)}>`,
    // RFC 3834: out-of-office answers stay away.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

export const composeMail = (message: MailMessage, from: string, date: Date): Promise<Buffer> =>
  new MailComposer(mailFields(message, from, date)).compile().build();

/** A file name or Message-ID part for any id: itself when plain, a hash otherwise. */
export const idPart = (id: string): string =>
  /^[A-Za-z0-9_-]{1,100}$/.test(id) ? id : createHash('sha256').update(id).digest('hex');

const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

const oneLine = (subject: string): string =>
  subject
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .slice(0, longestSubject)
    .toWellFormed();
