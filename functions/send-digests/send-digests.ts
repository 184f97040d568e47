/**
 * Once a day, from half past eight: one mail to each subscriber of whom something is to be told. The window of the
 * day is fixed first, so that a repeat sends the same mails under the same ids. Safe to run at any time.
 */
import { instantOf, localDate } from '@gongkai/calendar/local-date.ts';
import { type DigestWindow, digestWindowKind } from '@gongkai/domain/digest-window.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';
import { createStore } from '@gongkai/platform/store.ts';
import { siteView } from '../shared/site-view.ts';
import { digestMails } from './digest-mail.ts';
import { newsBetween } from './news.ts';
import { nextWindow } from './window.ts';
import { readersOf } from './readers.ts';

type Needs = Pick<Deps, 'table' | 'mail' | 'clock' | 'links' | 'settings'>;

const halfPastEight = 8.5;

export const createSendDigests = (deps: Needs) => async (): Promise<void> => {
  const windows = createStore(deps.table, digestWindowKind);
  const last = await windows.get('newest');
  if (last && !last.isSent) await send(deps, last);
  const now = deps.clock.now();
  const today = localDate(now);
  if (now < instantOf(today, halfPastEight) || (last && last.day >= today)) return;
  const next = await nextWindow(deps, last, today);
  const { value } = last
    ? { value: await windows.update('newest', (w) => (w.day < today && w.isSent ? next : w)) }
    : await windows.createOnce(next);
  if (!value.isSent) await send(deps, value);
};

/** What the mail server does not take is tried again on the same day, and given up on the next. */
async function send(deps: Needs, window: DigestWindow): Promise<void> {
  const site = await siteView(deps);
  const news = await newsBetween(deps, window);
  const refused: unknown[] = [];
  for (const [email, told] of await readersOf(deps, news))
    for (const mail of digestMails(deps, site, { day: window.day, email, told }))
      await deliver(deps, mail).catch((error: unknown) => refused.push(error));
  if (refused.length > 0 && window.day === localDate(deps.clock.now()))
    throw new Error(`${refused.length} mails to subscribers were not taken`, { cause: refused[0] });
  await createStore(deps.table, digestWindowKind).update('newest', (w) =>
    w.day === window.day && !w.isSent ? { ...w, isSent: true } : w,
  );
}

/** An address no mail can go to holds up nobody. */
async function deliver({ mail }: Needs, message: MailMessage): Promise<void> {
  try {
    await mail.send(message);
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
  }
}
