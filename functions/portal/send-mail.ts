import { TryLater } from '@gongkai/domain/errors.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';
import type { PortalDeps } from './env.ts';

/** For mails somebody is waiting for. Throws {@link TryLater} when the mail server does not take it. */
export async function sendMail({ mail }: Pick<PortalDeps, 'mail'>, message: MailMessage): Promise<void> {
  try {
    await mail.send(message);
  } catch (error) {
    throw new TryLater('邮件服务器暂时没有响应，邮件没有发出。', { cause: error });
  }
}
