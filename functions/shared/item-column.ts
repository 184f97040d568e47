/** The column of one item on the public site: made for every proactive item, kept after the item has ended. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { itemFiles } from '@gongkai/pages/item-page.tsx';
import { entriesPerPage, type SiteView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { subjectOf } from './catalogue.ts';
import { entries } from './stores.ts';
import { writeUntilSettled } from './until-settled.ts';
import { writePages } from './write-page.ts';

/**
 * The page and its feeds. Nothing is written for what is no item (any more). Publications and new editions write
 * it at the same time, also where lists are written behind.
 */
export async function writeItemColumn(
  deps: Pick<Deps, 'table' | 'files' | 'clock'>,
  site: SiteView,
  id: string,
): Promise<void> {
  const subject = await subjectOf(deps, id);
  if (!subject?.item || !subject.field) return;
  const { item, field } = subject;
  const today = localDate(deps.clock.now());
  await writeUntilSettled(
    () => newestUnder(deps, id),
    (newest) => writePages(deps.files, itemFiles(site, { field, item, today, entries: newest })),
  );
}

async function newestUnder({ table }: Pick<Deps, 'table'>, item: string): Promise<Publication[]> {
  const { items } = await entries(table).query('published-by-item', {
    partition: item,
    descending: true,
    limit: entriesPerPage,
  });
  return items.map((entry) => entry.publication);
}
