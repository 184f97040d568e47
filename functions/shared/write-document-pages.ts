/** The page and the downloads of one published document; also after something about it changed. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { renderDocumentPage } from '@gongkai/pages/document-page.tsx';
import type { Deps } from '@gongkai/platform/deps.ts';
import { documentView, downloads } from './document-view.ts';
import { loadOrganisation } from './organisation.ts';
import { type PublicFile, publicText } from './public-text.ts';
import { siteView } from './site-view.ts';
import { writePage } from './write-page.ts';

export async function writeDocumentPages(
  deps: Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>,
  document: GovDocument & { publication: Publication },
  known?: readonly PublicFile[],
): Promise<void> {
  const text = known ?? (await publicText(deps, document));
  const offered = await downloads(deps, document);
  await Promise.all(
    offered.map((d) =>
      deps.files.put('public', d.path, d.body, {
        contentType: 'application/octet-stream',
        downloadName: d.name,
      }),
    ),
  );
  const view = await documentView(deps, document, await loadOrganisation(deps), text, offered);
  await writePage(deps.files, document.publication.path, renderDocumentPage(await siteView(deps), view));
}
