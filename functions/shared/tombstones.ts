/** What stays at the addresses of a withdrawn document and of its interpretations. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { tombstoneFiles } from '@gongkai/pages/files.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { siteView } from './site-view.ts';
import { writePage } from './write-page.ts';

export type Withdrawal = NonNullable<GovDocument['withdrawal']>;

/** `id` of a document, which is there as data too; null for an interpretation. */
export async function writeTombstone(
  deps: Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>,
  id: string | null,
  { path, title, indexNumber }: Publication,
  { at, reason, showTitle = false }: Withdrawal,
): Promise<void> {
  const view = { title: showTitle ? title : null, indexNumber, withdrawnAt: at, reason };
  for (const file of tombstoneFiles(await siteView(deps), { id, path }, view))
    await writePage(deps.files, file.path, file.body);
}
