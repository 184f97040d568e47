/** How mail leaves the cloud. What a function never sends with it never loads. */
import type { Deliver } from '../mail-message.ts';
import type { AwsEnvironment } from './env.ts';

type MailEnvironment = Pick<AwsEnvironment, 'MAIL_TRANSPORT' | 'MAIL_SECRET_ARN' | 'SETTINGS'>;

/** Opened for the first mail; when that fails, for the next one again. */
export function createDeliver(env: MailEnvironment): Deliver {
  const from = env.SETTINGS.mailFrom;
  const open = env.MAIL_TRANSPORT === 'ses' ? () => openSes(from) : () => openSmtp(from, env.MAIL_SECRET_ARN);
  let opening: Promise<Deliver> | undefined;
  return async (message) => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    const deliver = await opening;
    await deliver(message);
  };
}

async function openSes(from: string): Promise<Deliver> {
  const { createSes } = await import('./ses.ts');
  return createSes(from);
}

async function openSmtp(from: string, secretId: string | undefined): Promise<Deliver> {
  if (secretId === undefined) throw new Error('MAIL_TRANSPORT is smtp, but MAIL_SECRET_ARN is not set');
  const [{ readSecret }, { createSmtp }] = await Promise.all([import('./secret.ts'), import('../smtp.ts')]);
  return createSmtp({ url: await readSecret(secretId), from });
}
