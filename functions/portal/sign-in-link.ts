/** The one-time links of the sign-in mails: drawn at random, stored as hashes, good for 15 minutes and once. */
import { randomBytes } from 'node:crypto';
import { WrongState } from '@gongkai/domain/errors.ts';
import type { Kind } from '@gongkai/domain/indexes.ts';
import type { Membership } from '@gongkai/domain/organisation.ts';
import { hashOf } from '@gongkai/platform/links.ts';
import { createStore } from '@gongkai/platform/store.ts';
import * as z from 'zod';
import type { PortalDeps } from './env.ts';
import { sendMail } from './send-mail.ts';

/** NIST SP 800-63B, 3.1.3.2: what is sent out of band is good for ten minutes at most. */
export const linkMinutes = 10;

const signInSchema = z.object({
  id: z.string(),
  version: z.int(),
  person: z.string(),
  /** Where to go afterwards; a path of the portal. */
  next: z.string(),
  expiresAt: z.string(),
  used: z.boolean(),
});
export type SignIn = z.infer<typeof signInSchema>;
const signInKind: Kind<SignIn> = {
  name: 'sign-in',
  parse: (value) => signInSchema.parse(value),
  places: () => ({}),
};
const links = (deps: Pick<PortalDeps, 'table'>) =>
  createStore(deps.table, signInKind, { expiresAt: (s) => new Date(s.expiresAt) });

export async function mailSignInLink(deps: PortalDeps, { person }: Membership, next: string): Promise<void> {
  const opaque = randomBytes(32).toString('base64url');
  const expiresAt = new Date(deps.clock.now().getTime() + linkMinutes * 60_000).toISOString();
  const id = hashOf(opaque);
  await links(deps).createOnce({ id, version: 0, person: person.id, next, expiresAt, used: false });
  await sendMail(deps, {
    id: `sign-in-${id}`,
    to: person.email,
    subject: '【政务公开】登录链接',
    text: [
      `${person.name}，您好：`,
      '',
      `请在 ${linkMinutes} 分钟内打开下面的链接，并在页面上点“登录”：`,
      `${deps.settings.portalUrl}/sign-in/${opaque}`,
      '',
      '链接只能使用一次，请勿转发。如果不是您本人申请登录，请不必理会此邮件。',
      '',
      '——',
      `${deps.settings.county}政务公开工作平台（此邮件由系统发出，请勿回复）`,
      '',
    ].join('\n'),
  });
}

/** The link if it still counts. Looking changes nothing: mail scanners look too. */
export async function findSignIn(deps: PortalDeps, opaque: string): Promise<SignIn | undefined> {
  const link = await links(deps).get(hashOf(opaque));
  return link && !link.used && link.expiresAt > deps.clock.now().toISOString() ? link : undefined;
}

/** Uses the link up. Of any number of attempts exactly one gets it; undefined for the others. */
export async function redeemSignIn(deps: PortalDeps, opaque: string): Promise<SignIn | undefined> {
  const link = await findSignIn(deps, opaque);
  if (!link) return undefined;
  try {
    return await links(deps).update(link.id, (current) => {
      if (current.used) throw new WrongState('登录链接已使用。', 'used');
      return { ...current, used: true };
    });
  } catch (error) {
    if (error instanceof WrongState) return undefined;
    throw error;
  }
}
