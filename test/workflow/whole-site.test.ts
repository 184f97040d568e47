import { describe, expect, it, onTestFinished } from 'vitest';
import { runDemo } from '@gongkai/cli/demo.ts';
import { seedCatalogue } from '@gongkai/cli/demo-catalogue.ts';
import { listen } from '@gongkai/cli/server.ts';
import { itemsOf } from '@gongkai/functions/shared/catalogue.ts';
import { loadFields } from '@gongkai/functions/shared/catalogue-columns.ts';
import { installCatalogue } from '@gongkai/functions/shared/catalogue-install.ts';
import { checkSite, rebuildSite } from '@gongkai/functions/shared/check-site.ts';
import { confirmProfile, proposeProfile } from '@gongkai/functions/shared/profiles.ts';
import { enterSearch, leaveSearch, searchProfileOf } from '@gongkai/functions/shared/search-entry.ts';
import { documents } from '@gongkai/functions/shared/stores.ts';
import { system } from '@gongkai/domain/history.ts';
import { profileHash } from '@gongkai/domain/profile.ts';
import type { Place } from '@gongkai/cli/place.ts';
import { freePort } from '../support/free-port.ts';
import { publishUnder } from '../support/published-under.ts';
import { openTestTrial } from '../support/trial.ts';

/** The demo: documents, a redacted one, an interpretation, a reassessment, a tombstone, and one that lapsed. */
async function demoPlace(): Promise<Place> {
  const opened = await openTestTrial();
  await runDemo(opened, () => undefined);
  const { deps } = opened.place;
  const { items } = await documents(deps.table).query('documents-by-state', {
    partition: 'published',
    limit: 1,
  });
  await deps.workflow.start('validity', `${items[0]!.id}-validity-1`, {
    documentId: items[0]!.id,
    change: { state: 'lapsed', since: '2027-10-01', reason: '有效期满' },
    actor: { id: 'county-office-editor', name: '王审核', role: 'office-editor' },
  });
  await opened.place.settle();
  return opened.place;
}

/** The digests of the histories are a chain of their own, see publish-digest. */
const isOfTheSite = (key: string): boolean => !key.startsWith('audit/');

async function everything({ deps: { files } }: Place): Promise<Map<string, unknown>> {
  const all = new Map<string, unknown>();
  const { items } = await files.list('public', '', { limit: 10_000 });
  for (const key of items.filter(isOfTheSite)) {
    const file = (await files.get('public', key))!;
    all.set(key, [Buffer.from(file.body).toString('base64'), file.contentType, file.downloadName]);
  }
  return all;
}

describe('the public site as a whole', () => {
  it('is made again from the records, byte for byte, after all of it is gone', async () => {
    const place = await demoPlace();
    const before = await everything(place);
    expect(before.size).toBeGreaterThan(200);
    for (const key of before.keys()) await place.deps.files.delete('public', key);
    const told: number[] = [];
    const written = await rebuildSite(place.deps, (done) => told.push(done));
    expect(await everything(place)).toEqual(before);
    expect(written).toBe(before.size);
    expect(told.at(-1)).toBe(written);
  });

  it('agrees with its records, and says where it does not', async () => {
    const place = await demoPlace();
    const { files } = place.deps;
    expect(await checkSite(place.deps)).toMatchObject({ missing: [], different: [], stray: [] });

    const [gone] = (await files.list('public', 'documents/', { limit: 1 })).items;
    await files.delete('public', gone!);
    const html = { contentType: 'text/html; charset=utf-8' };
    await files.put('public', 'all/index.html', Buffer.from('别的'), html);
    await files.put('public', 'files/forgotten/0.txt', Buffer.from('忘了撤下的附件'), html);
    const found = { missing: [gone], different: ['all/index.html'], stray: ['files/forgotten/0.txt'] };
    expect(await checkSite(place.deps)).toMatchObject(found);
    expect(await files.get('public', gone!)).toBeUndefined();

    expect(await checkSite(place.deps, { repair: true })).toMatchObject(found);
    expect(await checkSite(place.deps)).toMatchObject({ missing: [], different: [], stray: [] });
    expect(await files.get('public', 'files/forgotten/0.txt')).toBeUndefined();
  });

  it('agrees with its records about the column of an item, whose archive is called as the item is', async () => {
    const { place } = await openTestTrial();
    const { deps } = place;
    await seedCatalogue(deps);
    await place.buildSite();
    const field = (await loadFields(deps)).find((f) => f.id === 'elderly-care');
    const [item] = await itemsOf(deps, field!);
    await publishUnder(place, item!.id, 21);
    const before = await everything(place);
    expect([...before.keys()].filter((key) => key.includes(`${item!.id}/page-`))).toHaveLength(4);
    expect([...before.keys()]).toContain(`embed/columns/items/${item!.id}.html`);
    expect(await checkSite(deps)).toMatchObject({ missing: [], different: [], stray: [] });
    for (const key of before.keys()) await deps.files.delete('public', key);
    await rebuildSite(deps);
    expect(await everything(place)).toEqual(before);

    const rows = [{ ...item!, second: '改名的事项' }];
    await installCatalogue(deps, [{ field: field!.id, department: 'civil-affairs', rows }], {
      actor: system,
      reason: '',
    });
    await place.buildSite();
    const archive = await deps.files.get('public', `columns/items/${item!.id}/page-1.html`);
    expect(Buffer.from(archive!.body).toString()).toContain('改名的事项');
    expect(await checkSite(deps)).toMatchObject({ missing: [], different: [], stray: [] });
  });

  it('checks what the search is told, too: of documents, of what was withdrawn, of profiles', async () => {
    const place = await demoPlace();
    const { deps } = place;
    const { items } = await documents(deps.table).query('documents-by-state', {
      partition: 'withdrawn',
      limit: 1,
    });
    const content = {
      duties: '负责养老服务工作。',
      structure: '养老服务股。',
      address: '东街1号',
      hours: '工作日',
      phone: '0990-6120077',
      otherContact: '',
      leaders: [{ post: '局长', name: '王负责' }],
    };
    await proposeProfile(deps, 'civil-affairs', content, { ...system, id: 'clerk' });
    await confirmProfile(deps, 'civil-affairs', profileHash(content), { ...system, id: 'editor' });
    await place.buildSite();
    expect(await checkSite(deps)).toMatchObject({ missing: [], different: [], stray: [] });
    const found = async (words: string): Promise<string[]> =>
      (await place.search.find({ words, only: {}, sort: 'relevance', limit: 5, offset: 0 })).hits.map(
        (h) => h.path,
      );
    expect(await found('0990-6120077')).toEqual(['departments/civil-affairs/profile.html']);

    const { id } = items[0]!;
    const since = '2026-09-21T01:00:00.000Z';
    const entry = searchProfileOf({ id: 'civil-affairs', name: '示范县民政局' }, { ...content, since });
    await enterSearch(deps, { ...entry, id, title: '泄露的名单' });
    await leaveSearch(deps, 'profile-civil-affairs');
    expect(await found('泄露的名单')).toHaveLength(1);
    const different = ['search/profile-civil-affairs.json', `search/${id}.json`];
    expect(new Set((await checkSite(deps, { repair: true })).different)).toEqual(new Set(different));
    expect([await found('泄露的名单'), await found('0990-6120077')]).toEqual([
      [],
      ['departments/civil-affairs/profile.html'],
    ]);
  });

  /** Answered by the site's areas. */
  const dynamic = new Set(['search', 'subscribe']);

  it('agrees with its records in a county that has no catalogue yet', async () => {
    const { place } = await openTestTrial();
    await place.buildSite();
    expect(await checkSite(place.deps)).toMatchObject({ missing: [], different: [], stray: [] });
  });

  it('has no link inside that leads nowhere', async () => {
    const place = await demoPlace();
    const files = await everything(place);
    const nowhere: string[] = [];
    for (const key of [...files.keys()].filter((k) => k.endsWith('.html'))) {
      const page = Buffer.from((await place.deps.files.get('public', key))!.body).toString();
      for (const [, link] of page.matchAll(/(?:href|src)="\/([^"#?]*)"/g)) {
        const target = link === '' || link!.endsWith('/') ? `${link}index.html` : link!;
        if (!files.has(target) && !dynamic.has(target)) nowhere.push(`${key}: ${link}`);
      }
    }
    expect(nowhere).toEqual([]);
  });

  it('is still read when the database and the workflow have stopped', async () => {
    const place = await demoPlace();
    const port = await freePort();
    const server = await listen(place, port);
    onTestFinished(() => {
      server.close();
    });
    const paths = ['/', '/all/', '/all/feed.rss.xml', '/sitemap.xml', '/api/v1/all/index.json'];
    const read = async (): Promise<string[]> =>
      Promise.all(paths.map(async (path) => (await fetch(`http://localhost:${port}${path}`)).text()));
    const before = await read();
    await place.close();
    expect(await read()).toEqual(before);
  });
});
