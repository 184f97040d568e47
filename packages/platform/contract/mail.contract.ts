/** What every Mail does, whoever carries it. */
import { describe, expect, it } from 'vitest';
import type { Mail } from '../ports.ts';
import { unique } from './support.ts';

export interface MailUnderTest {
  mail: Mail;
  /** Every mail that went out so far, oldest first, as its receiver reads it. */
  delivered: () => Promise<{ to: string; subject: string; text: string }[]>;
}

export function mailContract(name: string, make: () => MailUnderTest | Promise<MailUnderTest>): void {
  describe(`${name} as Mail`, () => {
    const message = (changes: Partial<Parameters<Mail['send']>[0]> = {}) => ({
      id: unique(),
      to: 'clerk@county.example',
      subject: '请审查：关于春耕补贴的通知',
      text: '请在3个工作日内审查。\n链接：http://county.example/t/1\n',
      ...changes,
    });

    it('delivers a mail in Chinese', async () => {
      const { mail, delivered } = await make();
      const sent = message();
      await mail.send(sent);
      const { to, subject, text } = sent;
      expect(await delivered()).toEqual([{ to, subject, text }]);
    });

    it('delivers one mail for one id, however often it is sent', async () => {
      const { mail, delivered } = await make();
      const sent = message();
      await mail.send(sent);
      await delivered();
      await mail.send(sent);
      await mail.send(message({ id: `${sent.id}/另` }));
      expect(await delivered()).toHaveLength(2);
    });

    it('lets nothing in a subject become a header', async () => {
      const { mail, delivered } = await make();
      await mail.send(message({ subject: '标题\r\nBcc: everyone@county.example\r\n\r\n正文' }));
      const [received] = await delivered();
      expect(received).toMatchObject({ to: 'clerk@county.example' });
      expect(received?.subject).toContain('Bcc: everyone@county.example 正文');
      expect(received?.text).toContain('请在3个工作日内审查');
    });

    it.each([
      'a@b.example, c@d.example',
      'a@b.example\r\nBcc: c@d.example',
      'not an address',
      '<a@b.example>',
      '',
    ])('refuses the address %j before it is accepted', async (to) => {
      const { mail, delivered } = await make();
      await expect(mail.send(message({ to }))).rejects.toMatchObject({ name: 'InputRefused' });
      expect(await delivered()).toEqual([]);
    });
  });
}
