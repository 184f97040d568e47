/** Into the register of what is not published, with ground and the day of its yearly reassessment (条例 art. 18). */
import { registerInput } from '@gongkai/events/workflow.ts';
import { addYears, localDate } from '@gongkai/calendar/local-date.ts';
import { type GovDocument, moveDocument } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { cancelOpenTasks } from '../shared/cancelling.ts';
import { registrationMail } from '../shared/mails.ts';
import { loadOrganisation } from '../shared/organisation.ts';
import { executionName } from '../shared/execution-name.ts';
import { advance } from '../shared/step.ts';
import { reassessments } from '../shared/stores.ts';
import { whomToTell } from '../shared/whom-to-tell.ts';

export const createRegisterDocument =
  (deps: Pick<Deps, 'table' | 'mail' | 'clock' | 'settings'>) =>
  async (event: unknown): Promise<void> => {
    const step = registerInput.parse(event);
    const before = step.restoreFrom
      ? (await reassessments(deps.table).need(executionName(step.documentId, step.restoreFrom))).before
      : undefined;
    const now = deps.clock.now();
    const document = await advance(deps, step, (d) => {
      if (d.state !== 'in-review') return d;
      const attribute = before?.attribute ?? step.attribute ?? d.attribute;
      if (attribute !== 'on-request' && attribute !== 'withheld') return d;
      const ground = before ? before.ground : d.ground;
      return moveDocument(
        d,
        attribute,
        { at: now.toISOString(), actor: system, action: before ? 'restored' : 'registered' },
        {
          attribute,
          ...(ground === undefined ? {} : { ground }),
          registeredAt: d.registeredAt ?? now.toISOString(),
          reviewDate: nextReview(d, now),
        },
      );
    });
    if (before) await cancelOpenTasks(deps, document);
    for (const person of whomToTell(document, await loadOrganisation(deps)))
      await deps.mail.send(registrationMail(deps.settings, document, person));
  };

/** One year on; a date already set for the future (a reassessment did that) stays. */
const nextReview = (d: GovDocument, now: Date): string => {
  const today = localDate(now);
  return d.reviewDate !== undefined && d.reviewDate > today ? d.reviewDate : addYears(today, 1);
};
