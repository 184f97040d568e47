import { JsonLd, renderPage } from './layout.tsx';
import { Scanned, Words } from './parts.tsx';
import { href, listPath } from './paths.ts';
import { attachmentData } from './schema-org.ts';
import { clean, fileSize, fileType, filled } from './text.ts';
import { TextBody } from './text-body.tsx';
import type { PreviewView, SiteView } from './views.ts';

/** Rows and paragraphs shown of one attachment: a page of a few hundred kilobytes at most. */
export const previewBlocks = 1_000;

/** An attachment as a page: whoever has no Excel or no space for a download reads it here. */
export function renderPreviewPage(givenSite: SiteView, path: string, givenView: PreviewView): string {
  const [site, view] = [clean(givenSite), clean(givenView)];
  const name = filled(view.file.name, '附件');
  const left = view.text.length - previewBlocks;
  return renderPage({
    site,
    title: name,
    path,
    column: site.columns.find((c) => c.id === view.column) ?? {
      name: view.columnName,
      type: '信息公开目录',
      description: view.columnName,
    },
    article: {
      title: name,
      publishedAt: view.publishedAt,
      source: site.settings.site.name,
      url: href(site, path),
    },
    crumbs: [
      { name: view.columnName, path: listPath('column', view.column) },
      { name: filled(view.document.title, '原文件'), path: view.document.path },
    ],
    head: <JsonLd data={attachmentData(site, path, view)} />,
    children: (
      <article class="document preview">
        <h1>
          <Words text={name} />
        </h1>
        <p class="subject">
          <span class="subject-label">附件所属文件</span>
          <a href={href(site, view.document.path)}>{filled(view.document.title, '原文件')}</a>
        </p>
        <p>
          <a href={href(site, view.file.path)}>下载原文件</a>
          <span class="file-facts">
            {fileType(view.file.name)}，{fileSize(view.file.size)}
          </span>
        </p>
        {view.scanned && <Scanned />}
        <TextBody text={view.text.slice(0, previewBlocks)} title={name} documentNumber={null} />
        {left > 0 && (
          <p class="notice">
            这里只显示前 {previewBlocks} 行，其余 {left} 行请下载原文件查看。
          </p>
        )}
      </article>
    ),
  });
}
