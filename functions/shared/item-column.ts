/** The column of one item on the public site: made for every proactive item, kept after the item has ended. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { describeItem, itemFiles } from '@gongkai/pages/item-page.tsx';
import type { SiteView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { subjectOf } from './catalogue.ts';
import type { Shown } from './lists.ts';

export async function showItem(
  deps: Pick<Deps, 'table' | 'files' | 'clock'>,
  site: SiteView,
  id: string,
): Promise<Shown | undefined> {
  const { item, field } = (await subjectOf(deps, id)) ?? {};
  if (!item || !field) return undefined;
  const today = localDate(deps.clock.now());
  return {
    name: describeItem({ field, item }),
    newest: (list) => itemFiles(site, { field, item, today, list }),
  };
}
