/** What the public site has before anything is published: stylesheet, fixed pages, every empty list. */
import { createHash } from 'node:crypto';
import type { Deps } from '@gongkai/platform/deps.ts';
import { fixedFiles } from '@gongkai/pages/files.ts';
import { writeNewest, writeSitemapIndex } from './lists.ts';
import { writeMovedPages } from './moved-pages.ts';
import { siteView } from './site-view.ts';
import { writePage } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

/** In the records area: which skeleton is written. A change of pages, settings or departments makes another. */
const versionKey = 'site-skeleton.txt';

/** Writes the skeleton unless this very one is there already. Lists keep what is published in them. */
export async function writeSkeleton(deps: Needs): Promise<void> {
  const view = await siteView(deps);
  const fixed = fixedFiles(view);
  const version = createHash('sha256')
    .update(JSON.stringify([fixed, view]))
    .digest('hex');
  const written = await deps.files.get('records', versionKey);
  if (written && Buffer.from(written.body).toString() === version) return;
  for (const { path, body } of fixed) await writePage(deps.files, path, body);
  await writeNewest(deps, view, { kind: 'site', id: 'site' });
  for (const { id } of view.columns) await writeNewest(deps, view, { kind: 'column', id });
  for (const { id } of view.departments) await writeNewest(deps, view, { kind: 'department', id });
  await writeSitemapIndex(deps, view);
  await writeMovedPages(deps);
  await deps.files.put('records', versionKey, Buffer.from(version), { contentType: 'text/plain' });
}
