/** A file arrived in the inbox. When all declared files have, the workflow starts; however often this is told. */
import { objectCreated, parseInboxKey } from '@gongkai/events/upload.ts';
import { type GovDocument, moveDocument, noteDocument } from '@gongkai/domain/document.ts';
import { system } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { executionName } from '../shared/execution-name.ts';
import { documents } from '../shared/stores.ts';

export const createReceiveUpload =
  (deps: Pick<Deps, 'table' | 'files' | 'workflow' | 'clock'>) =>
  async (event: unknown): Promise<{ started: boolean }> => {
    const { key, size } = objectCreated.parse(event).detail.object;
    const place = parseInboxKey(key);
    if (!place) return { started: false };
    const store = documents(deps.table);
    const known = await store.get(place.documentId);
    if (!known || !expects(known, place.revision)) {
      await deps.files.delete('inbox', key);
      return { started: false };
    }
    const at = deps.clock.now().toISOString();
    const document = await store.update(place.documentId, (d) =>
      expects(d, place.revision) ? markArrived(d, place.slot, size, at) : d,
    );
    if (document.state !== 'received' || document.revision !== place.revision) return { started: false };
    const { documentId, revision } = place;
    await deps.workflow.start('publication', executionName(documentId, revision), { documentId, revision });
    return { started: true };
  };

/** Later posts with the same policy are nobody's upload any more. */
const expects = (d: GovDocument, revision: number): boolean =>
  d.revision === revision && (d.state === 'awaiting-upload' || d.state === 'received');

function markArrived(document: GovDocument, slot: number, size: number, at: string): GovDocument {
  const file = document.files.find((f) => f.slot === slot);
  if (document.state !== 'awaiting-upload' || !file || file.arrived) return document;
  const files = document.files.map((f) => (f.slot === slot ? { ...f, size, arrived: true } : f));
  const act = { at, actor: system, action: 'file-arrived', reason: `第 ${slot + 1} 个文件` };
  return files.every((f) => f.arrived)
    ? moveDocument(document, 'received', { ...act, action: 'upload-complete' }, { files })
    : noteDocument(document, act, { files });
}
