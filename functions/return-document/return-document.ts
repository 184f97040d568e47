/** Back to the department with the reason; a new upload will be the next revision and needs every approval anew. */
import { returnInput } from '@gongkai/events/workflow.ts';
import { type GovDocument, moveDocument } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { cancelOpenTasks } from '../shared/cancelling.ts';
import { returnMail } from '../shared/mails.ts';
import { loadOrganisation } from '../shared/organisation.ts';
import { advance, Overtaken } from '../shared/step.ts';
import { tasks } from '../shared/stores.ts';
import { whomToTell } from '../shared/whom-to-tell.ts';

export const createReturnDocument =
  (deps: Pick<Deps, 'table' | 'mail' | 'clock' | 'settings'>) =>
  async (event: unknown): Promise<void> => {
    const step = returnInput.parse(event);
    const decision = step.decided ? (await tasks(deps.table).need(step.decided)).decision : undefined;
    const returnedByPerson = decision?.outcome === 'return';
    const reason = (returnedByPerson ? decision.reason : step.reason) ?? '（未说明原因）';
    const document = await unlessOvertaken(() =>
      advance(deps, step, (d) =>
        d.state === 'returned'
          ? d
          : moveDocument(d, 'returned', {
              at: deps.clock.now().toISOString(),
              actor: returnedByPerson ? decision.actor : system,
              action: 'returned',
              reason,
            }),
      ),
    );
    if (!document) return;
    await cancelOpenTasks(deps, document);
    for (const person of whomToTell(document, await loadOrganisation(deps)))
      await deps.mail.send(returnMail(deps.settings, document, person, reason));
  };

/** Only what was returned is handed in anew: this step has done its work, and runs again. */
async function unlessOvertaken(give: () => Promise<GovDocument>): Promise<GovDocument | undefined> {
  try {
    return await give();
  } catch (error) {
    if (error instanceof Overtaken) return undefined;
    throw error;
  }
}
