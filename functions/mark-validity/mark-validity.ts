/**
 * Marks a public document as amended, repealed, lapsed or again in force: on its page, in lists, feeds and data, on
 * the page of what replaces it, and in the year's result of the clean-up. Safe to run twice.
 */
import type * as z from 'zod';
import { validityInput } from '@gongkai/events/workflow.ts';
import { type GovDocument, noteDocument } from '@gongkai/domain/document.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { assertValidityMayChange } from '@gongkai/domain/validity.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { writeCleanUpResultsOf } from '../shared/clean-up-result.ts';
import { changeInLists } from '../shared/lists.ts';
import { noteForSubscribers } from '../shared/notices.ts';
import { documents } from '../shared/stores.ts';
import { writeDocumentPages } from '../shared/write-document-pages.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;
type Input = z.infer<typeof validityInput>;
type Published = GovDocument & { publication: Publication };

export const createMarkValidity =
  (deps: Needs) =>
  async (event: unknown): Promise<void> => {
    const input = validityInput.parse(event);
    const successor = input.change.successor;
    if (successor !== undefined) await nameSuccessor(deps, successor, input.documentId);
    const document = await mark(deps, input);
    await writeDocumentPages(deps, document);
    await changeInLists(deps, document.id, document.publication);
    await writeCleanUpResultsOf(deps, document);
    const { changedAt } = document.publication;
    if (changedAt !== undefined)
      await noteForSubscribers(deps, { what: 'validity', documentId: document.id, changedAt });
  };

async function mark(deps: Needs, { documentId, change, actor }: Input): Promise<Published> {
  const at = deps.clock.now().toISOString();
  return (await documents(deps.table).update(documentId, (d) => {
    if (isMarked(d, change)) return d;
    assertValidityMayChange(d, change);
    return noteDocument(
      d,
      { at, actor, action: `validity:${change.state}`, reason: change.reason },
      {
        validity: change,
        publication: { ...(d as Published).publication, validity: change.state, changedAt: at },
      },
    );
  })) as Published;
}

/** What replaces a document shows it, and lets go of its title when it is withdrawn. */
async function nameSuccessor(deps: Needs, id: string, replaced: string): Promise<void> {
  const at = deps.clock.now().toISOString();
  const successor = await documents(deps.table).update(id, (d) => {
    if (d.state !== 'published') throw new InputRefused('替代文件没有公开，请核对网址。');
    if (d.replaces?.includes(replaced)) return d;
    const replaces = [...(d.replaces ?? []), replaced];
    return noteDocument(d, { at, actor: system, action: 'named-as-successor' }, { replaces });
  });
  await writeDocumentPages(deps, successor as Published);
}

const isMarked = ({ validity }: GovDocument, change: Input['change']): boolean =>
  JSON.stringify(validity) === JSON.stringify(change);
