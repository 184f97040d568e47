/**
 * Proves that nothing was rewritten: every history is whole, every digest can be counted again from the histories
 * as they are now, and every file still is what people approved. Reads all there is: for operations alone.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Head, PublishedDigest } from '@gongkai/domain/digest.ts';
import { documentKind, type GovDocument } from '@gongkai/domain/document.ts';
import { breachesOf } from '@gongkai/domain/duties.ts';
import { type HistoryEntry, historyEntrySchema, verifies } from '@gongkai/domain/history.ts';
import { originalKey } from '@gongkai/functions/shared/kept-by-content.ts';
import type { StoredItem } from '@gongkai/platform/ports.ts';
import { everything, type Standing } from '../archive/standing.ts';
import { compareWithCopies, readDigests } from './digests.ts';

export interface Verified {
  histories: number;
  entries: number;
  documents: number;
  digests: { count: number; first: string | null; last: string | null };
  files: number;
  /** Chinese sentences; empty when everything is as it was. */
  broken: string[];
  duties: {
    /** Approvals in somebody's place. */
    deputised: number;
    breaches: { document: string; what: string[] }[];
  };
}

const withHistory = z.object({ history: z.array(historyEntrySchema) });
const perPage = 500;

export async function verify(
  { deps, backup }: Pick<Standing, 'deps' | 'backup'>,
  { copies = [] }: { copies?: readonly PublishedDigest[] } = {},
): Promise<Verified> {
  const { kept, broken } = await readDigests(deps);
  broken.push(...compareWithCopies(kept, copies));
  const result: Verified = {
    histories: 0,
    entries: 0,
    documents: 0,
    digests: { count: kept.length, first: kept.at(-1)?.through ?? null, last: kept[0]?.through ?? null },
    files: 0,
    broken,
    duties: { deputised: 0, breaches: [] },
  };
  const promised = Map.groupBy(
    kept.flatMap((k) => k.heads.map((head) => ({ head, through: k.through }))),
    ({ head: [key] }) => key,
  );
  for await (const item of everything((o) => backup.dump({ ...o, limit: perPage }))) {
    if (item.kind !== 'item') continue;
    const history = withHistory.safeParse(item.item.value).data?.history;
    if (history) lookAt(item.item.key, history, promised, result);
    if (item.item.key.startsWith('document#')) await lookAtDocument(deps, item.item, result);
  }
  for (const [key, [first]] of promised) broken.push(`${key} 记入了 ${first!.through} 的摘要，现在不存在了`);
  return result;
}

type Promised = Map<string, { head: Head; through: string }[]>;

function lookAt(key: string, history: readonly HistoryEntry[], promised: Promised, result: Verified): void {
  result.histories++;
  result.entries += history.length;
  if (!verifies(history)) result.broken.push(`${key} 的办理记录被改动过`);
  for (const { head, through } of promised.get(key) ?? []) {
    const [, entries, hash] = head;
    if (history[entries - 1]?.hash !== hash) result.broken.push(`${key} 的办理记录与 ${through} 的摘要不符`);
  }
  promised.delete(key);
}

async function lookAtDocument(
  { files }: Standing['deps'],
  { key, value, version }: StoredItem,
  result: Verified,
): Promise<void> {
  const document = documentKind.parse({ ...value, version });
  result.documents++;
  const breaches = breachesOf(document);
  if (breaches.length > 0) result.duties.breaches.push({ document: document.id, what: breaches });
  result.duties.deputised += document.approvals.filter((a) => a.actor.onBehalfOf !== undefined).length;
  for (const { sha256, slot } of document.contentHash === undefined ? [] : document.files) {
    const original = sha256 && (await files.get('records', originalKey(sha256)));
    result.files++;
    if (!original) result.broken.push(`${key} 的第 ${slot + 1} 个原件不在了`);
    else if (createHash('sha256').update(original.body).digest('hex') !== sha256)
      result.broken.push(`${key} 的第 ${slot + 1} 个原件被改动过`);
  }
  result.broken.push(...unapproved(document));
}

/** What is public was approved, by the hash it has now. */
const unapproved = (document: GovDocument): string[] =>
  document.state !== 'published' ||
  document.approvals.some((a) => a.kind === 'publication-review' && a.contentHash === document.contentHash)
    ? []
    : [`document#${document.id} 已公开，但没有对现有内容的发布审查`];
