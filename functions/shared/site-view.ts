/** What every public page needs to know about the site. */
import type { Deps } from '@gongkai/platform/deps.ts';
import type { SiteView } from '@gongkai/pages/views.ts';
import { loadColumns } from './catalogue-columns.ts';
import { loadOrganisation } from './organisation.ts';

export async function siteView(deps: Pick<Deps, 'table' | 'clock' | 'settings'>): Promise<SiteView> {
  const { departments } = await loadOrganisation(deps);
  return {
    settings: deps.settings,
    columns: await loadColumns(deps),
    departments: departments.map(({ id, name }) => ({ id, name })),
  };
}
