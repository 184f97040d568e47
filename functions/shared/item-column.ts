/** The column of one item on the public site: made for every proactive item, kept after the item has ended. */
import { renderItemPage } from '@gongkai/pages/item-page.tsx';
import { itemPath } from '@gongkai/pages/paths.ts';
import { entriesPerPage, type SiteView } from '@gongkai/pages/views.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { subjectOf } from './catalogue.ts';
import { entries } from './stores.ts';
import { writePage } from './write-page.ts';

/** Nothing is written for what is no item (any more). */
export async function writeItemColumn(
  deps: Pick<Deps, 'table' | 'files' | 'clock'>,
  site: SiteView,
  id: string,
): Promise<void> {
  const subject = await subjectOf(deps, id);
  if (!subject?.item || !subject.field) return;
  const { items } = await entries(deps.table).query('published-by-item', {
    partition: id,
    descending: true,
    limit: entriesPerPage,
  });
  const { item, field } = subject;
  const view = { field, item, today: localDate(deps.clock.now()), entries: items.map((e) => e.publication) };
  await writePage(deps.files, itemPath(id), renderItemPage(site, view));
}
