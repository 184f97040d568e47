/** Notes for the next digest what happened to a published document. */
import { type Notice, noticeKind } from '@gongkai/domain/notice.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { createStore } from '@gongkai/platform/store.ts';

/** Longer than any digest is late. */
const keptDays = 60;

export const notices = (table: Table) =>
  createStore(table, noticeKind, {
    expiresAt: ({ at }) => new Date(Date.parse(at) + keptDays * 86_400_000),
  });

/** `changedAt` tells one change of a document from the next, so that a repeat notes nothing anew. */
export async function noteForSubscribers(
  { table, clock }: Pick<Deps, 'table' | 'clock'>,
  { what, documentId, changedAt }: Pick<Notice, 'what' | 'documentId'> & { changedAt: string },
): Promise<void> {
  const at = clock.now().toISOString();
  await notices(table).createOnce({ id: `${documentId}-${changedAt}`, version: 0, what, documentId, at });
}
