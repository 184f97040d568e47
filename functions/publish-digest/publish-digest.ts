/**
 * Once a day: the digest over the histories of all documents that changed their state since the last one, and of
 * all departments and the catalogue. A decision within a state is covered with the state it leads to. Safe to run
 * at any time.
 */
import { addDays, instantOf, localDate } from '@gongkai/calendar/local-date.ts';
import { partId } from '@gongkai/domain/catalogue-part.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import {
  type DigestChain,
  digestChainId,
  digestChainKind,
  digestOf,
  type Head,
  type KeptDigest,
  keptDigestKey,
  newestDigestPath,
  publishedDigestPath,
  publishedDigestSchema,
} from '@gongkai/domain/digest.ts';
import { documentStates } from '@gongkai/domain/document-state.ts';
import type { HistoryEntry } from '@gongkai/domain/history.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { createStore } from '@gongkai/platform/store.ts';
import { departments } from '../shared/organisation.ts';
import { catalogueFields, catalogueParts, documents } from '../shared/stores.ts';
import { writePage } from '../shared/write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock'>;

export const createPublishDigest = (deps: Needs) => async (): Promise<void> => {
  const chain = createStore(deps.table, digestChainKind);
  const last = await chain.get(digestChainId);
  const yesterday = addDays(localDate(deps.clock.now()), -1);
  // Again: the last run may have died before it published.
  if (last) await publish(deps, last);
  if (!last || last.through < yesterday) await publish(deps, await nextDigest(deps, last, yesterday));
};

/** The heads are kept before the chain moves to them, so that a digest can always be counted again. */
async function nextDigest(
  deps: Needs,
  last: DigestChain | undefined,
  through: LocalDate,
): Promise<DigestChain> {
  const place = {
    through,
    previous: last?.digest ?? null,
    previousThrough: last?.through ?? null,
    heads: await headsSince(deps, last?.through, through),
  };
  const kept: KeptDigest = { ...place, digest: digestOf(place) };
  await deps.files.put('records', keptDigestKey(kept), Buffer.from(JSON.stringify(kept)), {
    contentType: 'application/json',
  });
  return moveChain(deps, last, {
    ...kept,
    heads: kept.heads.length,
    kind: 'digest-chain',
    id: digestChainId,
    version: last?.version ?? 0,
  });
}

/** Of two that run at once the slower publishes what the faster has counted. */
async function moveChain(
  { table }: Needs,
  last: DigestChain | undefined,
  next: DigestChain,
): Promise<DigestChain> {
  const chain = createStore(table, digestChainKind);
  if (!last) return (await chain.createOnce(next)).value;
  return chain.update(digestChainId, (current) => (current.through === last.through ? next : current));
}

async function headsSince(
  { table }: Needs,
  after: LocalDate | undefined,
  through: LocalDate,
): Promise<Head[]> {
  const heads: Head[] = [];
  const from = after === undefined ? '' : instantOf(addDays(after, 1)).toISOString();
  const to = instantOf(addDays(through, 1)).toISOString();
  for (const state of documentStates) {
    let page: string | undefined;
    do {
      const found = await documents(table).query('documents-by-state', {
        partition: state,
        from,
        to,
        limit: 200,
        ...(page === undefined ? {} : { after: page }),
      });
      heads.push(...found.items.flatMap((d) => headOf(`document#${d.id}`, d.history)));
      page = found.next;
    } while (page !== undefined);
  }
  for await (const d of departments(table).all('departments', 'county'))
    heads.push(...headOf(`department#${d.id}`, d.history));
  heads.push(...(await catalogueHeads({ table })));
  return heads.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Of every field, and of every department's part of it. */
async function catalogueHeads({ table }: Pick<Needs, 'table'>): Promise<Head[]> {
  const heads: Head[] = [];
  for await (const f of catalogueFields(table).all('catalogue-fields', 'county')) {
    const departments = new Set([...f.departments, ...Object.keys(f.parts)]);
    const parts = await catalogueParts(table).getMany([...departments].map((d) => partId(f.id, d)));
    heads.push(
      ...headOf(`catalogue-field#${f.id}`, f.history),
      ...parts.flatMap((p) => headOf(`catalogue-part#${p.id}`, p.history)),
    );
  }
  return heads;
}

const headOf = (key: string, history: readonly HistoryEntry[]): Head[] =>
  history.length === 0 ? [] : [[key, history.length, history.at(-1)!.hash]];

async function publish({ files }: Needs, chain: DigestChain): Promise<void> {
  // Only what the public may see is left of it.
  const text = JSON.stringify(publishedDigestSchema.parse(chain));
  await writePage(files, publishedDigestPath(chain.through), text);
  await writePage(files, newestDigestPath, text);
}
