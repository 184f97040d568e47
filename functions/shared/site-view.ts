/** What every public page needs to know about the site. */
import { columns } from '@gongkai/domain/catalogue.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { SiteView } from '@gongkai/pages/views.ts';
import { loadOrganisation } from './organisation.ts';

export async function siteView(deps: Pick<Deps, 'table' | 'clock' | 'settings'>): Promise<SiteView> {
  const { departments } = await loadOrganisation(deps);
  return {
    settings: deps.settings,
    columns,
    departments: departments.map(({ id, name }) => ({ id, name })),
  };
}
