/** What follows from an act on a part: tasks, mails, the field's new edition. Runs again until it came to its end. */
import type { CataloguePart } from '@gongkai/domain/catalogue-part.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { enterPart } from './catalogue-edition.ts';
import { needField } from './catalogue-fields.ts';
import { catalogueReturnedMail } from './catalogue-mails.ts';
import { askToReview, closeFiling, closeReview } from './catalogue-tasks.ts';
import { eachToItsEnd } from './each-to-its-end.ts';
import { loadOrganisation } from './organisation.ts';
import { catalogueParts } from './stores.ts';

export type SettleDeps = Pick<Deps, 'table' | 'files' | 'clock' | 'calendar' | 'mail' | 'links' | 'settings'>;

export async function settlePart(deps: SettleDeps, part: CataloguePart): Promise<void> {
  if (!part.unsettled) return;
  const field = await needField(deps, part.field);
  await closeFiling(deps, field, part);
  if (part.state === 'filed') await askToReview(deps, field, part);
  await enterPart(deps, part);
  const judged = part.history.findLast(({ to }) => to === 'filed' || to === 'approved' || to === 'returned');
  if (judged && judged.to !== 'filed')
    await closeReview(deps, part, {
      outcome: judged.to === 'approved' ? 'approve' : 'return',
      actor: judged.actor,
      at: judged.at,
      reason: judged.reason ?? '',
      contentHash: judged.contentHash ?? '',
    });
  if (part.state === 'returned' && part.filed) {
    const person = (await loadOrganisation(deps)).person(part.filed.actor.id)?.person;
    if (person) await deps.mail.send(catalogueReturnedMail(deps.settings, part, field.name, person));
  }
  await catalogueParts(deps.table).update(part.id, (p) =>
    p.version === part.version ? { ...p, unsettled: false } : p,
  );
}

/** Parts whose consequences were cut short by the end of a process. */
export async function settleParts(deps: SettleDeps): Promise<void> {
  const { items } = await catalogueParts(deps.table).query('catalogue-to-settle', {
    partition: 'unsettled',
    limit: 100,
  });
  await eachToItsEnd(items, (part) => settlePart(deps, part));
}
