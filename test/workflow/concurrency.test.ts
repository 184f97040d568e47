import { describe, expect, it } from 'vitest';
import { documents } from '@gongkai/functions/shared/stores.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { decideOpenTasks, handIn } from '@gongkai/cli/driver.ts';
import { entriesPerSitemap } from '@gongkai/pages/sitemap.ts';
import { openTestTrial } from '../support/trial.ts';

const text = Buffer.from(officialDocuments[0]!.text);
const count = 200;

describe('publishing at the same time', () => {
  it('leaves none of 200 documents out of lists, feeds and the sitemap', async () => {
    const { place } = await openTestTrial();
    for (let i = 0; i < count; i++)
      await handIn(place, {
        clerk: 'civil-affairs-clerk',
        form: {
          title: `第 ${i} 号通知`,
          attribute: 'public',
          catalogueItem: 'policy-documents',
          needsInterpretation: false,
        },
        files: [{ name: `${i}.txt`, body: text }],
      });
    do await place.settle();
    while ((await decideOpenTasks(place, () => ({ outcome: 'approve' }))) > 0);

    const read = async (key: string): Promise<string> =>
      Buffer.from((await place.deps.files.get('public', key))?.body ?? '').toString();
    const { items } = await documents(place.deps.table).query('documents-by-state', {
      partition: 'published',
      limit: 500,
    });
    expect(items).toHaveLength(count);
    const archive = await Promise.all(
      Array.from({ length: count / 20 }, (_, i) => read(`columns/policies/page-${i + 1}.html`)),
    );
    const listed = archive.join('');
    const parts = Array.from({ length: count / entriesPerSitemap }, (_, i) => read(`sitemaps/${i + 1}.xml`));
    const sitemap = (await Promise.all(parts)).join('');
    const newest = items.filter((d) => d.publication!.siteNumber > count - 20);
    const atom = await read('columns/policies/feed.atom.xml');
    const json = JSON.parse(await read('all/feed.json')) as { items: { url: string }[] };
    for (const { publication } of items) {
      expect(listed).toContain(publication!.path);
      expect(sitemap).toContain(publication!.path);
    }
    expect(new Set(items.map((d) => d.indexNumber)).size).toBe(count);
    expect(newest).toHaveLength(20);
    for (const { publication } of newest) expect(atom).toContain(publication!.path);
    expect(json.items.map((i) => i.url).sort()).toEqual(
      newest.map((d) => `http://localhost:8080/${d.publication!.path}`).sort(),
    );
  });
});
