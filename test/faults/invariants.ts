/** What must hold of a county whatever has failed on the way. */
import { expect } from 'vitest';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { breachesOf } from '@gongkai/domain/duties.ts';
import { verifies } from '@gongkai/domain/history.ts';
import { documents, tasks } from '@gongkai/functions/shared/stores.ts';
import { createPublishDigest } from '@gongkai/functions/publish-digest/publish-digest.ts';
import { entriesPerPage } from '@gongkai/pages/views.ts';
import { verify } from '@gongkai/cli/verify/verify.ts';
import type { Place } from '@gongkai/cli/place.ts';
import { type County, inState } from './county-life.ts';

export async function expectInvariants({
  place,
  accepted,
  mailed,
}: Pick<County, 'place' | 'accepted' | 'mailed'>): Promise<void> {
  const all = await Promise.all(accepted.map((id) => documents(place.deps.table).need(id)));
  await expectNoneLost(place, all);
  for (const document of all) await expectSound(place, document);
  await expectPublicSite(place);
  expect(duplicates(mailed), 'mails that went out twice').toEqual([]);
  expect(place.mail.waiting(), 'mails that did not go out').toBe(0);
  await createPublishDigest(place.deps)();
  expect((await verify(place)).broken).toEqual([]);
}

const ended = new Set(['refused', 'returned', 'published', 'on-request', 'withheld', 'withdrawn']);

async function expectNoneLost(place: Place, all: readonly GovDocument[]): Promise<void> {
  expect(
    all.filter((d) => !ended.has(d.state)).map((d) => `${d.id} ${d.state}`),
    'documents that stand still',
  ).toEqual([]);
  for (const machine of ['publication', 'reassessment', 'withdrawal'] as const)
    for (const status of ['FAILED', 'TIMED_OUT', 'RUNNING'] as const) {
      const { items } = await place.deps.workflow.list(machine, { status, limit: 100 });
      expect(
        items.map((e) => `${e.name} ${e.error ?? ''} ${e.cause ?? ''}`),
        `${machine} ${status}`,
      ).toEqual([]);
    }
}

async function expectSound(place: Place, document: GovDocument): Promise<void> {
  const { id, history, approvals } = document;
  expect(verifies(history), `history of ${id}`).toBe(true);
  expect(breachesOf(document)).toEqual([]);
  // Into the register and out of it a document may go every year; every other move is made once in a revision.
  const once = new Set(['received', 'returned', 'refused', 'published', 'withdrawn']);
  let revision = 0;
  const moves = history.flatMap(({ action, to }) => {
    if (action === 'submit-form') revision++;
    return to !== undefined && once.has(to) ? [`${revision} ${to}`] : [];
  });
  expect(duplicates(moves), `moves of ${id} made twice`).toEqual([]);
  expect(duplicates(approvals.map((a) => a.taskId)), `approvals of ${id} counted twice`).toEqual([]);

  const { items } = await tasks(place.deps.table).query('tasks-by-subject', { partition: id, limit: 200 });
  for (const task of items) {
    expect(task.state, `task ${task.id}`).not.toBe('open');
    expect(verifies(task.history), `history of ${task.id}`).toBe(true);
    expect(task.history.filter((h) => h.to === 'decided').length, `decisions of ${task.id}`).toBeLessThan(2);
  }
  if (document.publication) await expectReviewed(document);
  if (document.state === 'published' && document.declared.needsInterpretation)
    expect(document.interpretations, `interpretations of ${id}`).toHaveLength(1);
  if (document.state === 'withheld' || document.state === 'on-request')
    expect(document.reviewDate, `review date of ${id}`).toBeDefined();
}

/** What a reassessment released was confirmed by that decision, and reviewed anew. */
async function expectReviewed(document: GovDocument): Promise<void> {
  const { id, approvals, contentHash, history, registeredAt } = document;
  const kinds = approvals.filter((a) => a.contentHash === contentHash).map((a) => a.kind);
  const confirmed =
    registeredAt === undefined
      ? kinds.includes('confirm-attribute')
      : history.some((h) => h.action === 'reassess:release' || h.action === 'reassess:redact');
  expect(confirmed, `attribute of ${id}`).toBe(true);
  expect(kinds, `reviews of ${id}`).toEqual(expect.arrayContaining(['secrecy-review', 'publication-review']));
  expect(
    history.filter((h) => h.action === 'published'),
    `publications of ${id}`,
  ).toHaveLength(1);
}

/** Pages, lists and feeds show what is published, all of it, and nothing else. */
async function expectPublicSite(place: Place): Promise<void> {
  const published = await inState(place, 'published');
  const withdrawn = await inState(place, 'withdrawn');
  const pages = (await publicKeys(place, 'documents/')).filter((key) => key.endsWith('.html'));
  const documentPages = [...published, ...withdrawn].map((d) => d.publication!.path);
  expect(pages.toSorted()).toEqual(documentPages.toSorted());
  expect(duplicates([...published, ...withdrawn].map((d) => d.indexNumber!))).toEqual([]);
  const list = (await publicKeys(place, 'all/')).filter((key) => /^all\/(?:index|page-\d+)\.html$/.test(key));
  const whole = { lists: list, sitemap: await publicKeys(place, 'sitemaps/') };
  for (const [name, keys] of Object.entries(whole)) {
    const shown = await mentioned(place, keys);
    expect(
      published.map(pathOf).filter((path) => !shown.has(path)),
      `missing in ${name}`,
    ).toEqual([]);
    expect(
      withdrawn.map(pathOf).filter((path) => shown.has(path)),
      `still in ${name}`,
    ).toEqual([]);
  }
  for (const feed of ['all/feed.json', 'all/feed.atom.xml']) {
    const shown = await mentioned(place, [feed]);
    expect(published.filter((d) => shown.has(pathOf(d))).length, `newest in ${feed}`).toBeGreaterThanOrEqual(
      Math.min(published.length, entriesPerPage),
    );
    expect(
      withdrawn.map(pathOf).filter((path) => shown.has(path)),
      `still in ${feed}`,
    ).toEqual([]);
  }
}

const pathOf = (d: GovDocument): string => d.publication!.path;

/** Paths of documents that stand in any of these files. */
async function mentioned(place: Place, keys: readonly string[]): Promise<Set<string>> {
  const paths = new Set<string>();
  for (const key of keys) {
    const text = Buffer.from((await place.deps.files.get('public', key))?.body ?? '').toString();
    for (const [path] of text.matchAll(/documents\/[a-z0-9]+\.html/g)) paths.add(path);
  }
  return paths;
}

async function publicKeys(place: Place, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  let after: string | undefined;
  do {
    const page = await place.deps.files.list('public', prefix, {
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    keys.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return keys;
}

const duplicates = (values: readonly string[]): string[] => values.filter((v, i) => values.indexOf(v) !== i);
