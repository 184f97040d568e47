import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../packages/cli/demo-catalogue.ts';
import type { CatalogueItem } from '@gongkai/domain/catalogue-item.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { itemsOf } from './catalogue.ts';
import { loadFields } from './catalogue-columns.ts';
import { jobsFor, pathsOf } from './list-jobs.ts';
import { enterLists, leaveLists, writeJob } from './lists.ts';

const publication: Publication = {
  path: 'documents/d1.html',
  title: '通知',
  documentNumber: null,
  indexNumber: '990101-MZJ-2026-00001',
  department: 'civil-affairs',
  column: 'policies',
  publishedAt: '2026-03-02T01:00:00.000Z',
  summary: '',
  siteNumber: 51,
  columnNumber: 21,
  departmentNumber: 1,
};

const setUp = () => {
  const deps = memoryDeps();
  const written: string[] = [];
  const put = deps.files.put.bind(deps.files);
  deps.files.put = async (area, key, ...rest) => {
    written.push(key);
    await put(area, key, ...rest);
  };
  return { deps, written };
};

async function someItem(deps: MemoryDeps): Promise<CatalogueItem> {
  await seedCatalogue(deps);
  const field = (await loadFields(deps)).find((f) => f.id === 'social-assistance')!;
  return (await itemsOf(deps, field))[0]!;
}

describe('the jobs of a publication', () => {
  it('are one for each list and page of an archive it stands in, and one for the sitemap', () => {
    expect(jobsFor(publication)).toEqual([
      'newest site site',
      'archive site site 3',
      'newest column policies',
      'archive column policies 2',
      'newest department civil-affairs',
      'archive department civil-affairs 1',
      'sitemap 2',
    ]);
  });

  it.each(jobsFor(publication))('“%s” writes exactly the files it is told to be late with', async (job) => {
    const { deps, written } = setUp();
    await writeJob(deps, job);
    expect(new Set(written)).toEqual(new Set(pathsOf(job)));
  });

  it('are two more for the item of the catalogue it stands under, whose feeds hear of it', async () => {
    const { deps, written } = setUp();
    const item = await someItem(deps);
    const filed = { ...publication, item: item.id, itemNumber: 21 };
    const jobs = jobsFor(filed).filter((name) => !jobsFor(publication).includes(name));
    expect(jobs).toEqual([`newest item ${item.id}`, `archive item ${item.id} 2`]);

    const paths = jobs.flatMap(pathsOf);
    const read = async () =>
      Promise.all(
        paths.map(async (path) => Buffer.from((await deps.files.get('public', path))!.body).toString()),
      );
    written.length = 0;
    await enterLists(deps, 'd1', filed);
    expect(written).toEqual(expect.arrayContaining(paths));
    for (const text of await read()) expect(text).toContain('documents/d1.html');
    await leaveLists(deps, 'd1', filed);
    for (const text of await read()) expect(text).not.toContain('documents/d1.html');
  });

  it('tell the feeds of an item the newest twenty, however many stand under it', async () => {
    const { deps } = setUp();
    const item = await someItem(deps);
    for (let siteNumber = 1; siteNumber <= 23; siteNumber++)
      await enterLists(deps, `d${siteNumber}`, {
        ...publication,
        path: `documents/d${siteNumber}.html`,
        item: item.id,
        siteNumber,
        itemNumber: siteNumber,
      });
    const feed = await deps.files.get('public', `columns/items/${item.id}/feed.json`);
    const { items } = JSON.parse(Buffer.from(feed!.body).toString()) as { items: { url: string }[] };
    expect(items.map((i) => i.url)).toEqual(
      Array.from({ length: 20 }, (_, i) => `http://site.test/documents/d${23 - i}.html`),
    );
  });

  it('keep what stood under an item before its column had numbers behind what has one, and out of its archive', async () => {
    const { deps } = setUp();
    const item = await someItem(deps);
    const under = { ...publication, item: item.id };
    await enterLists(deps, 'old', { ...under, path: 'documents/old.html', siteNumber: 7 });
    await enterLists(deps, 'new', { ...under, path: 'documents/new.html', siteNumber: 80, itemNumber: 1 });
    const pathsIn = async (page: string): Promise<string[]> => {
      const data = await deps.files.get('public', `api/v1/columns/items/${item.id}/${page}.json`);
      return (
        Buffer.from(data!.body)
          .toString()
          .match(/documents\/(?:old|new)(?=\.html)/g) ?? []
      );
    };
    expect([...new Set(await pathsIn('index'))]).toEqual(['documents/new', 'documents/old']);
    expect([...new Set(await pathsIn('page-1'))]).toEqual(['documents/new']);
  });

  it('wait where a place writes behind, but not when something leaves', async () => {
    const { deps, written } = setUp();
    const asked: string[] = [];
    const done: string[] = [];
    deps.behind = {
      ask: async (jobs) => void asked.push(...jobs),
      now: async (job) => void done.push(job),
    };
    await enterLists(deps, 'd1', publication);
    expect([asked, done, written]).toEqual([jobsFor(publication), [], []]);
    await leaveLists(deps, 'd1', publication);
    expect(done).toEqual(jobsFor(publication));
  });
});
