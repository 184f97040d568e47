/** Somebody who holds the database rewrites the past; `gongkai verify` says where. */
import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from '@gongkai/cli/demo.ts';
import { openTrial, type TrialPlace } from '@gongkai/cli/trial.ts';
import { type Verified, verify } from '@gongkai/cli/verify/verify.ts';
import {
  digestChainId,
  digestChainKind,
  digestOf,
  keptDigestKey,
  keptDigestSchema,
  type PublishedDigest,
  publishedDigestPath,
  publishedDigestSchema,
} from '@gongkai/domain/digest.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { append, type HistoryEntry } from '@gongkai/domain/history.ts';
import { originalKey } from '@gongkai/functions/shared/kept-by-content.ts';
import { documents } from '@gongkai/functions/shared/stores.ts';
import { createStore } from '@gongkai/platform/store.ts';
import { monday } from '../support/trial.ts';

describe('a year of the demo county', () => {
  let opened: TrialPlace;
  let published: string;
  const proof = (copies: readonly PublishedDigest[] = []): Promise<Verified> =>
    verify(opened.place, { copies });

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-verify-'));
    opened = await openTrial(folder, 8080, {}, monday);
    const summary = await runDemo(opened, () => undefined);
    published = summary.documents.find((d) => d.source === 'care-allowance')!.id;
    return async () => {
      await opened.place.close();
      rmSync(folder, { recursive: true, force: true });
    };
  });

  it('verifies: histories, digests, originals, duties', async () => {
    const found = await proof();
    expect(found).toMatchObject({ broken: [], duties: { breaches: [] } });
    expect(found.digests.count).toBeGreaterThanOrEqual(3);
    expect(found.documents).toBeGreaterThanOrEqual(7);
    expect(found.files).toBeGreaterThanOrEqual(6);
  });

  it('shows an entry whose words were changed', async () => {
    await withDocument(
      (d) => ({ ...d, history: d.history.map((h, i) => (i === 2 ? { ...h, reason: '另有说法' } : h)) }),
      async () => expect((await proof()).broken).toContain(`document#${published} 的办理记录被改动过`),
    );
  });

  it('shows a history written anew with hashes that fit: the digests remember it', async () => {
    await withDocument(
      (d) => ({ ...d, history: rewritten(d.history) }),
      async () => expect((await proof()).broken.join('\n')).toMatch(`document#${published} 的办理记录与`),
    );
  });

  it('shows a document that is gone', async () => {
    const { table } = opened.place.deps;
    const stored = (await table.get(`document#${published}`))!;
    await table.delete(stored.key);
    expect((await proof()).broken.join('\n')).toMatch(`document#${published} 记入了`);
    await table.put(stored, 0);
  });

  it('shows an original whose bytes were changed', async () => {
    const { files, table } = opened.place.deps;
    const key = originalKey((await documents(table).need(published)).files[0]!.sha256!);
    const original = (await files.get('records', key))!;
    await files.put('records', key, Buffer.from('另一份文件'), original);
    expect((await proof()).broken).toContain(`document#${published} 的第 1 个原件被改动过`);
    await files.put('records', key, original.body, original);
  });

  it('shows an approval by the author', async () => {
    await withDocument(
      (d) => ({
        ...d,
        approvals: d.approvals.map((a, i) => (i === 1 ? { ...a, actor: { ...a.actor, id: d.author } } : a)),
      }),
      async () =>
        expect((await proof()).duties.breaches).toEqual([
          { document: published, what: ['提交人自己办理了“保密审查”'] },
        ]),
    );
  });

  it('shows, against a copy taken in time, even a chain of digests that was counted anew from its last link', async () => {
    const { files, table } = opened.place.deps;
    const chain = createStore(table, digestChainKind);
    const { through, digest } = (await chain.get(digestChainId))!;
    const path = publishedDigestPath(through);
    const copy = publishedDigestSchema.parse(await json(path, 'public'));
    const kept = keptDigestSchema.parse(await json(keptDigestKey({ through, digest }), 'records'));
    const forged = { ...kept, heads: kept.heads.slice(1) };
    const link = { ...copy, heads: forged.heads.length, digest: digestOf(forged) };
    await write('records', keptDigestKey(link), { ...forged, digest: link.digest });
    await write('public', path, link);
    await chain.update(digestChainId, (c) => ({ ...c, ...link }));

    expect((await proof()).broken).toEqual([]);
    expect((await proof([copy])).broken).toEqual([`${through} 的摘要与另存的副本不符`]);

    async function json(key: string, area: 'public' | 'records'): Promise<unknown> {
      return JSON.parse(Buffer.from((await files.get(area, key))!.body).toString()) as unknown;
    }
    async function write(area: 'public' | 'records', key: string, value: unknown): Promise<void> {
      await files.put(area, key, Buffer.from(JSON.stringify(value)), { contentType: 'application/json' });
    }
  });

  /** Puts back what was there. */
  async function withDocument(
    change: (d: GovDocument) => GovDocument,
    look: () => Promise<void>,
  ): Promise<void> {
    const store = documents(opened.place.deps.table);
    const before = await store.need(published);
    await store.update(published, change);
    await look();
    await store.update(published, ({ version }) => ({ ...before, version }));
  }
});

const rewritten = (history: readonly HistoryEntry[]): HistoryEntry[] =>
  history.reduce<HistoryEntry[]>(
    (chain, { previous: _previous, hash: _hash, ...facts }, i) =>
      append(chain, i === 2 ? { ...facts, reason: '另有说法' } : facts),
    [],
  );
