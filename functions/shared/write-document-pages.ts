/** The page, its data, the downloads and their previews of one published document; also after something changed. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { documentFiles } from '@gongkai/pages/files.ts';
import { renderPreviewPage } from '@gongkai/pages/preview-page.tsx';
import type { DocumentView, SiteView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { documentView, type Download, downloads } from './document-view.ts';
import { loadOrganisation } from './organisation.ts';
import { type PublicFile, publicText } from './public-text.ts';
import { enterSearch, searchDocumentOf } from './search-entry.ts';
import { siteView } from './site-view.ts';
import { writePage } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

export async function writeDocumentPages(
  deps: Needs,
  document: GovDocument & { publication: Publication },
  known?: readonly PublicFile[],
): Promise<void> {
  const text = known ?? (await publicText(deps, document));
  const offered = await downloads(deps, document, text);
  await Promise.all(
    offered.map((d) =>
      deps.files.put('public', d.path, d.body, {
        contentType: d.path.endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream',
        downloadName: d.name,
      }),
    ),
  );
  const site = await siteView(deps);
  const view = await documentView(deps, document, await loadOrganisation(deps), text, offered);
  for (const { path, body } of [...documentFiles(site, view), ...previews(site, view, offered)])
    await writePage(deps.files, path, body);
  await enterSearch(deps, searchDocumentOf(document, text, view));
}

/** Of the attachments; the document itself is read on its own page. */
function previews(
  site: SiteView,
  view: DocumentView,
  offered: readonly Download[],
): { path: string; body: string }[] {
  return offered.flatMap(({ preview, text, scanned, ...file }) =>
    preview === undefined
      ? []
      : [
          {
            path: preview,
            body: renderPreviewPage(site, preview, {
              document: { path: view.publication.path, title: view.publication.title },
              column: view.publication.column,
              columnName: view.columnName,
              publishedAt: view.publication.publishedAt,
              file,
              text,
              scanned,
            }),
          },
        ],
  );
}
