/** One mail as RFC 5322 wants it, plain text first. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { automatic, checkMail, oneLine } from './mail-message.ts';
import type { MailMessage } from './ports.ts';

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
    headers: { ...automatic, ...oneClick(message) },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const oneClick = ({ unsubscribe }: MailMessage): Record<string, string> =>
  unsubscribe === undefined
    ? {}
    : {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      };

export const composeMail = (message: MailMessage, from: string, date: Date): Promise<Buffer> =>
  new MailComposer(mailFields(message, from, date)).compile().build();

/** A file name or Message-ID part for any id: itself when plain, a hash otherwise. */
export const idPart = (id: string): string =>
  /^[A-Za-z0-9_-]{1,100}$/.test(id) ? id : createHash('sha256').update(id).digest('hex');

const domainOf = (from: string): string => /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
