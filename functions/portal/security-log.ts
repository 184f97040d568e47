/** One JSON line for whatever concerns signing in. Accounts are named by a hash: a log is read by many. */
import { hashOf } from '@gongkai/platform/links.ts';
import { toStandardOutput } from '@gongkai/platform/log.ts';
import type { PortalDeps } from './env.ts';

const levels = {
  'sign-in-link-sent': 'INFO',
  'sign-in-address-unknown': 'WARN',
  'sign-in-too-often': 'WARN',
  'sign-in-link-spent': 'WARN',
  'code-sent': 'INFO',
  'code-wrong': 'WARN',
  'signed-in': 'INFO',
  'signed-out': 'INFO',
  'all-sessions-ended': 'INFO',
} as const;

export function noteSecurity(
  { log = toStandardOutput, clock }: Pick<PortalDeps, 'log' | 'clock'>,
  event: keyof typeof levels,
  personId?: string,
): void {
  const account = personId === undefined ? {} : { account: accountOf(personId) };
  log(JSON.stringify({ timestamp: clock.now().toISOString(), level: levels[event], event, ...account }));
}

/** Whoever knows the id can find its lines: `printf %s <id> | sha256sum | cut -c 1-12`. */
export const accountOf = (personId: string): string => hashOf(personId).slice(0, 12);
