/** What every public page needs to know about the site. */
import type { Organisation } from '@gongkai/domain/organisation.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { SiteView } from '@gongkai/pages/views.ts';
import { loadColumns } from './catalogue-columns.ts';
import { loadOrganisation } from './organisation.ts';

export async function siteView(deps: Pick<Deps, 'table' | 'clock' | 'settings'>): Promise<SiteView> {
  const organisation = await loadOrganisation(deps);
  const columns = await loadColumns(deps);
  const { settings } = deps;
  const known = views.get(organisation);
  if (known?.columns === columns && known.settings === settings) return known;
  const view = {
    settings,
    columns,
    departments: organisation.departments.map(({ id, name }) => ({ id, name })),
  };
  views.set(organisation, view);
  return view;
}

/** As long as nothing changed it is the same object: pages clean it once. */
const views = new WeakMap<Organisation, SiteView>();
