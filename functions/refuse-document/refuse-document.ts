/** A secrecy mark was found: destroy the files, keep only the fact of the refusal, tell the department. */
import { refuseInput } from '@gongkai/events/workflow.ts';
import { inboxKey } from '@gongkai/events/upload.ts';
import { moveDocument } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { refusalMail } from '../shared/mails.ts';
import { loadOrganisation } from '../shared/organisation.ts';
import { documentOf } from '../shared/step.ts';
import { documents } from '../shared/stores.ts';

export const createRefuseDocument =
  (deps: Pick<Deps, 'table' | 'files' | 'mail' | 'clock' | 'settings'>) =>
  async (event: unknown): Promise<void> => {
    const step = refuseInput.parse(event);
    const before = await documentOf(deps, step);
    await Promise.all(
      before.files.map((f) => deps.files.delete('inbox', inboxKey(before.id, before.revision, f.slot))),
    );
    const document = await documents(deps.table).update(step.documentId, (d) =>
      d.state === 'refused'
        ? d
        : moveDocument(
            d,
            'refused',
            { at: deps.clock.now().toISOString(), actor: system, action: 'refused', reason: step.reason },
            {
              title: '（涉密标志，已拒收）',
              files: d.files.map((f) => ({ slot: f.slot, name: '（已销毁）', arrived: true })),
            },
          ),
    );
    const organisation = await loadOrganisation(deps);
    const told = new Set([
      document.author,
      ...organisation.holders(document.department, 'secrecy-officer').map((m) => m.person.id),
    ]);
    for (const id of told) {
      const person = organisation.person(id)?.person;
      if (person) await deps.mail.send(refusalMail(deps.settings, document, person, step.reason));
    }
  };
