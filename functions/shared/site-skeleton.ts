/** What the public site has before anything is published: stylesheet, fixed pages, every empty list. */
import { createHash } from 'node:crypto';
import { columns } from '@gongkai/domain/catalogue.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { renderFixedPages } from '@gongkai/pages/fixed-pages.tsx';
import { writeNewest } from './lists.ts';
import { siteView } from './site-view.ts';
import { writePage } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

/** Which skeleton is written; a change of pages, settings or departments makes another. */
const versionPath = 'skeleton.txt';

/** Writes the skeleton unless this very one is there already. Lists keep what is published in them. */
export async function writeSkeleton(deps: Needs): Promise<void> {
  const site = await siteView(deps);
  const fixed = renderFixedPages(site);
  const version = createHash('sha256')
    .update(JSON.stringify([fixed, site]))
    .digest('hex');
  const written = await deps.files.get('public', versionPath);
  if (written && Buffer.from(written.body).toString() === version) return;
  for (const [path, text] of fixed) await writePage(deps.files, path, text);
  await writeNewest(deps, site, { kind: 'site', id: 'site' });
  for (const { id } of columns) await writeNewest(deps, site, { kind: 'column', id });
  for (const { id } of site.departments) await writeNewest(deps, site, { kind: 'department', id });
  await writePage(deps.files, versionPath, version);
}
