/**
 * Takes a published document down in one act: state, page, downloads, interpretations, lists, feeds, sitemap.
 * A tombstone with reason and date stays at the address.
 */
import type * as z from 'zod';
import { withdrawalInput } from '@gongkai/events/workflow.ts';
import { type GovDocument, moveDocument } from '@gongkai/domain/document.ts';
import { append } from '@gongkai/domain/history.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { downloadsFolder } from '@gongkai/pages/paths.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { cancelOpenTasks } from '../shared/cancelling.ts';
import { writeCleanUpResultsOf } from '../shared/clean-up-result.ts';
import { leaveLists } from '../shared/lists.ts';
import { withdrawnMail } from '../shared/mails.ts';
import { noteForSubscribers } from '../shared/notices.ts';
import { loadOrganisation } from '../shared/organisation.ts';
import { writeReassessmentResult } from '../shared/reassessment-result.ts';
import { leaveSearch } from '../shared/search-entry.ts';
import { documents, interpretations } from '../shared/stores.ts';
import { type Withdrawal, writeTombstone } from '../shared/tombstones.ts';
import { whomToTell } from '../shared/whom-to-tell.ts';
import { writeDocumentPages } from '../shared/write-document-pages.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'mail' | 'clock' | 'settings'>;
type Input = z.infer<typeof withdrawalInput>;
type Withdrawn = GovDocument & {
  publication: Publication;
  withdrawal: Withdrawal;
};

export const createWithdrawDocument =
  (deps: Needs) =>
  async (event: unknown): Promise<void> => {
    const input = withdrawalInput.parse(event);
    const document = await withdraw(deps, input);
    const { id: documentId, withdrawal } = document;
    await noteForSubscribers(deps, { what: 'withdrawn', documentId, changedAt: withdrawal.at });
    await leaveSearch(deps, document.id);
    await deleteDownloads(deps, document.id);
    await writeTombstone(deps, document.id, document.publication, document.withdrawal);
    for (const id of document.interpretations)
      await withdrawInterpretation(deps, id, input, document.withdrawal);
    await leaveLists(deps, document.id, document.publication);
    await forgetTitle(deps, document);
    await cancelOpenTasks(deps, document);
    for (const person of whomToTell(document, await loadOrganisation(deps)))
      await deps.mail.send(withdrawnMail(deps.settings, document, person));
  };

/** Other pages that name it: results of the year, what it replaced, what replaced it. */
async function forgetTitle(deps: Needs, document: Withdrawn): Promise<void> {
  await writeCleanUpResultsOf(deps, document);
  if (document.lastReassessment) await writeReassessmentResult(deps, document.lastReassessment);
  const { successor } = document.validity ?? {};
  const linked = [...(document.replaces ?? []), ...(successor === undefined ? [] : [successor])];
  for (const other of linked.length === 0 ? [] : await documents(deps.table).getMany(linked))
    if (other.state === 'published' && other.publication) {
      const published = { ...other, publication: other.publication };
      await writeDocumentPages(deps, published);
      await writeCleanUpResultsOf(deps, published);
    }
}

async function withdraw(deps: Needs, { documentId, actor, reason, showTitle }: Input): Promise<Withdrawn> {
  const at = deps.clock.now().toISOString();
  return (await documents(deps.table).update(documentId, (d) =>
    d.state === 'withdrawn'
      ? d
      : moveDocument(
          d,
          'withdrawn',
          { at, actor, action: 'withdrawn', reason },
          { withdrawal: { at, reason, showTitle } },
        ),
  )) as Withdrawn;
}

async function deleteDownloads({ files }: Needs, documentId: string): Promise<void> {
  for (;;) {
    const { items } = await files.list('public', downloadsFolder(documentId), { limit: 100 });
    if (items.length === 0) return;
    await Promise.all(items.map((key) => files.delete('public', key)));
  }
}

async function withdrawInterpretation(
  deps: Needs,
  id: string,
  { actor, reason }: Input,
  withdrawal: Withdrawal,
): Promise<void> {
  const interpretation = await interpretations(deps.table).update(id, (i) =>
    i.state === 'withdrawn'
      ? i
      : {
          ...i,
          state: 'withdrawn',
          history: append(i.history, {
            at: withdrawal.at,
            actor,
            action: 'withdrawn',
            from: i.state,
            to: 'withdrawn',
            reason,
          }),
        },
  );
  if (!interpretation.publication) return;
  await leaveSearch(deps, interpretation.id);
  await writeTombstone(deps, null, interpretation.publication, withdrawal);
  await leaveLists(deps, interpretation.id, interpretation.publication);
}
