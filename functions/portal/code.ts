/** Six digits in a mail of their own: what turns a forwarded task link into a proof of who opened it. */
import { randomBytes, randomInt } from 'node:crypto';
import { InputRefused, NotFound } from '@gongkai/domain/errors.ts';
import type { Kind } from '@gongkai/domain/indexes.ts';
import { createStore } from '@gongkai/platform/store.ts';
import * as z from 'zod';
import { loadOrganisation } from '../shared/organisation.ts';
import type { PortalDeps } from './env.ts';
import { equalSecrets } from './secrets.ts';
import { sendMail } from './send-mail.ts';
import { tooMany } from '../shared/throttle.ts';

export const codeMinutes = 10;
export const codeTries = 5;

const codeSchema = z.object({
  /** Person id: a new code replaces the old one. */
  id: z.string(),
  version: z.int(),
  salt: z.string(),
  /** Keyed with the county's key: six digits alone would not survive a look at the table. */
  hash: z.string(),
  triesLeft: z.int(),
  expiresAt: z.string(),
});
const codeKind: Kind<z.infer<typeof codeSchema>> = {
  name: 'code',
  parse: (value) => codeSchema.parse(value),
  places: () => ({}),
};
const codes = (deps: PortalDeps) =>
  createStore(deps.table, codeKind, { expiresAt: (code) => new Date(code.expiresAt) });
const hashed = (deps: PortalDeps, personId: string, salt: string, code: string): string =>
  deps.links.opaqueId('mailed-code', personId, salt, code);

/** Mails a code that counts for 10 minutes and 5 tries. Throws {@link InputRefused} when asked too often. */
export async function requestCode(deps: PortalDeps, personId: string): Promise<void> {
  const member = (await loadOrganisation(deps)).person(personId);
  if (!member) throw new NotFound('此人员不存在或已不在有效期内。');
  if (await tooMany(deps, `code#${personId}`, { limit: 5, minutes: 15 }))
    throw new InputRefused('验证码请求过于频繁，请 15 分钟后再试。');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const salt = randomBytes(16).toString('base64url');
  const fresh = {
    salt,
    hash: hashed(deps, personId, salt, code),
    triesLeft: codeTries,
    expiresAt: new Date(deps.clock.now().getTime() + codeMinutes * 60_000).toISOString(),
  };
  const store = codes(deps);
  const { created } = await store.createOnce({ id: personId, version: 0, ...fresh });
  if (!created) await store.update(personId, (old) => ({ ...old, ...fresh }));
  await sendMail(deps, {
    id: `code-${personId}-${salt}`,
    to: member.person.email,
    subject: '【政务公开】验证码',
    text: [
      `${member.person.name}，您好：`,
      '',
      `您的验证码是：${code}`,
      '',
      `${codeMinutes} 分钟内有效，只能使用一次。请不要告诉任何人，工作人员也不会向您索取。`,
      '如果不是您本人在操作，请不必理会此邮件。',
      '',
    ].join('\n'),
  });
}

/** True once for the right code in time; every wrong one costs a try. */
export async function redeemCode(deps: PortalDeps, personId: string, code: string): Promise<boolean> {
  const now = deps.clock.now().toISOString();
  const store = codes(deps);
  if (!(await store.get(personId))) return false;
  let right = false;
  await store.update(personId, (stored) => {
    right = false;
    if (stored.expiresAt <= now || stored.triesLeft <= 0) return stored;
    right = equalSecrets(stored.hash, hashed(deps, personId, stored.salt, code.trim()));
    return { ...stored, triesLeft: right ? 0 : stored.triesLeft - 1 };
  });
  return right;
}
