import { chineseDate, localDate } from '@gongkai/calendar/local-date.ts';
import { validityName } from '@gongkai/domain/validity.ts';
import { JsonLd, renderPage } from './layout.tsx';
import { Downloads, Facts, PageAddress, Scanned, Words } from './parts.tsx';
import { documentApiPath, href, listPath } from './paths.ts';
import { documentData } from './schema-org.ts';
import { clean, filled } from './text.ts';
import { TextBody } from './text-body.tsx';
import { ValidityBanner, ValidityTag } from './validity.tsx';
import type { DocumentView, SiteView } from './views.ts';

const Metadata = ({ site, view }: { site: SiteView; view: DocumentView }) => {
  const { publication } = view;
  return (
    <Facts
      rows={[
        ['索引号', publication.indexNumber],
        ['发文机关', view.issuer ?? view.departmentName],
        ['发文字号', publication.documentNumber ?? '无'],
        ['成文日期', view.writtenDate ?? '未注明'],
        ['发布日期', localDate(publication.publishedAt)],
        ['公开方式', view.attributeName],
        ['主题分类', view.subjectClass],
        ['施行日期', view.effectiveDate],
        ['有效期', view.expiryDate === null ? view.term : `至 ${view.expiryDate}`],
        ['有效性', <ValidityTag state={view.validity?.state ?? 'in-force'} />],
        ['公示期至', view.posting && chineseDate(view.posting.until)],
        ['公示依据', view.posting && view.posting.ground],
        ['公开事项栏目', <a href={href(site, listPath('column', publication.column))}>{view.columnName}</a>],
        [
          '公开责任部门',
          <a href={href(site, listPath('department', publication.department))}>{view.departmentName}</a>,
        ],
        ['关键词', view.keywords.join('、')],
      ]}
    />
  );
};

const Related = (props: {
  site: SiteView;
  id: string;
  heading: string;
  links: DocumentView['interpretations'];
}) => (
  <section class="related" aria-labelledby={props.id}>
    <h2 id={props.id}>{props.heading}</h2>
    <ul class="files">
      {props.links.map((link) => (
        <li>
          <a href={href(props.site, link.path)}>{filled(link.title, props.heading)}</a>
        </li>
      ))}
    </ul>
  </section>
);

/** On a phone the text is long: what follows it is announced before it. */
const Jumps = ({ view }: { view: DocumentView }) => (
  <p class="jumps">
    {view.attachments.length > 0 && <a href="#downloads">文件下载（{view.attachments.length}）</a>}
    {view.interpretations.length > 0 && (
      <a href="#interpretations">政策解读（{view.interpretations.length}）</a>
    )}
  </p>
);

const Redacted = () => (
  <p class="notice">
    本文件为删减后公开的版本：依照《中华人民共和国政府信息公开条例》不予公开的内容已作删减。
  </p>
);

/** The page of a published document, with the metadata that county sites show (索引号 to 公开事项栏目). */
export function renderDocumentPage(givenSite: SiteView, givenView: DocumentView): string {
  const [site, view] = [clean(givenSite), clean(givenView)];
  const { publication, attachments, interpretations, validity } = view;
  const title = filled(publication.title, '（无标题）');
  const isMarked = validity !== null && validity.state !== 'in-force';
  return renderPage({
    site,
    title: isMarked ? `${title}（${validityName[validity.state]}）` : title,
    path: publication.path,
    column: site.columns.find((c) => c.id === publication.column) ?? {
      name: view.columnName,
      type: '信息公开目录',
      description: view.columnName,
    },
    article: {
      title,
      publishedAt: publication.publishedAt,
      source: view.issuer ?? view.departmentName,
      keywords: view.keywords,
      description: publication.summary,
      url: href(site, publication.path),
    },
    crumbs: [{ name: view.columnName, path: listPath('column', publication.column) }],
    head: (
      <>
        <link rel="alternate" type="application/json" href={href(site, documentApiPath(view.id))} />
        <JsonLd data={documentData(site, view)} />
      </>
    ),
    children: (
      <article class="document">
        <h1>
          <Words text={title} />
        </h1>
        {isMarked && <ValidityBanner site={site} validity={validity} />}
        <Metadata site={site} view={view} />
        {attachments.length + interpretations.length > 0 && <Jumps view={view} />}
        {view.redacted && <Redacted />}
        {view.scanned && <Scanned />}
        <TextBody text={view.text} title={title} documentNumber={publication.documentNumber} />
        {attachments.length > 0 && <Downloads site={site} attachments={attachments} />}
        {interpretations.length > 0 && (
          <Related site={site} id="interpretations" heading="政策解读" links={interpretations} />
        )}
        {view.replaces.length > 0 && (
          <Related site={site} id="replaces" heading="本文件修改、废止或替代的文件" links={view.replaces} />
        )}
        <PageAddress site={site} path={publication.path} />
      </article>
    ),
  });
}
