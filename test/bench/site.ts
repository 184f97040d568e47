/**
 * The public site with more and more documents: one more document's pages, making the whole site again, checking it.
 * Processor time is told beside seconds, because other work on the machine does not stretch it.
 */
import { join } from 'node:path';
import { checkSite, rebuildSite } from '@gongkai/functions/shared/check-site.ts';
import { documents } from '@gongkai/functions/shared/stores.ts';
import { writeDocumentPages } from '@gongkai/functions/shared/write-document-pages.ts';
import type { Place } from '@gongkai/cli/place.ts';
import { openCounty } from './county.ts';
import { type Figure, figure } from './figure.ts';
import { fillStore } from './fill.ts';

/** 100,000 take a quarter of an hour: `GONGKAI_BENCH_LARGE=1 npm run bench -- --only site`. */
const sizes = process.env['GONGKAI_BENCH_LARGE'] ? [1_000, 10_000, 100_000] : [1_000, 10_000];
const pagesTimed = 50;

export async function benchSite(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  let least: { pages: number; rebuild: number } | undefined;
  for (const size of sizes) {
    const filled = join(folder, `site-${size}`);
    await fillStore(filled, size);
    const { place, close } = await openCounty(filled);
    const rebuild = await timed(() => rebuildSite(place.deps));
    const check = await timed(() => checkSite(place.deps));
    const pages = await timed(() => writePages(place));
    await close();
    const { missing, different, stray } = check.value;
    const each = { pages: pages.cpuMs / pagesTimed, rebuild: rebuild.cpuMs / size };
    least ??= each;
    const stored = `with ${size.toLocaleString('en')} stored`;
    figures.push(
      figure(`pages of one document, ${stored}`, each.pages, 'ms of processor'),
      figure(`the same, ${stored}`, each.pages / least.pages, '× the first', { atMost: 1.2 }),
      figure(`files of the site, ${stored}`, rebuild.value, 'files'),
      figure(`rebuild, ${stored}`, rebuild.ms / 1000, 's'),
      figure(`rebuild of one document, ${stored}`, each.rebuild, 'ms of processor'),
      figure(`the same, ${stored}`, each.rebuild / least.rebuild, '× the first', { atMost: 1.2 }),
      figure(`check, ${stored}`, check.ms / 1000, 's'),
      figure(
        `what the check finds after a rebuild, ${stored}`,
        missing.length + different.length + stray.length,
        'files',
        { atMost: 0 },
      ),
    );
  }
  return figures;
}

async function writePages({ deps }: Place): Promise<void> {
  const { items } = await documents(deps.table).query('documents-by-state', {
    partition: 'published',
    limit: pagesTimed,
  });
  for (const document of items)
    if (document.publication)
      await writeDocumentPages(deps, { ...document, publication: document.publication });
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number; cpuMs: number }> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: performance.now() - started, cpuMs: (user + system) / 1000 };
}
