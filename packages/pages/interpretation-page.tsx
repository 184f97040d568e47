import { localDate } from '@gongkai/calendar/local-date.ts';
import { interpretationColumn } from '@gongkai/domain/catalogue.ts';
import { interpretationForms } from '@gongkai/domain/interpretation.ts';
import { JsonLd, renderPage } from './layout.tsx';
import { Facts, PageAddress, Words } from './parts.tsx';
import { href, listPath } from './paths.ts';
import { interpretationData } from './schema-org.ts';
import { clean, filled } from './text.ts';
import { TextBody } from './text-body.tsx';
import type { InterpretationView, SiteView } from './views.ts';

const formName = (form: string): string => (interpretationForms as Record<string, string>)[form] ?? form;

const Metadata = ({ view }: { view: InterpretationView }) => (
  <Facts
    rows={[
      ['索引号', view.publication.indexNumber],
      ['解读单位', view.departmentName],
      ['解读形式', formName(view.form)],
      ['发布日期', localDate(view.publication.publishedAt)],
      ['咨询方式', view.contact],
    ]}
  />
);

/** The page of an interpretation (政策解读); leads back to the document it explains. */
export function renderInterpretationPage(givenSite: SiteView, givenView: InterpretationView): string {
  const [site, view] = [clean(givenSite), clean(givenView)];
  const { publication } = view;
  const title = filled(publication.title, '政策解读');
  return renderPage({
    site,
    title,
    path: publication.path,
    column: site.columns.find((c) => c.id === interpretationColumn) ?? {
      name: '政策解读',
      type: '政策解读',
      description: '政策文件的解读材料。',
    },
    article: {
      title,
      publishedAt: publication.publishedAt,
      source: view.departmentName,
      description: publication.summary,
      url: href(site, publication.path),
    },
    crumbs: [{ name: '政策解读', path: listPath('column', interpretationColumn) }],
    head: <JsonLd data={interpretationData(site, view)} />,
    children: (
      <article class="document">
        <h1>
          <Words text={title} />
        </h1>
        <Metadata view={view} />
        <p class="subject">
          <span class="subject-label">解读的文件</span>
          <a href={href(site, view.document.path)}>{filled(view.document.title, '原文件')}</a>
        </p>
        <TextBody text={view.text} title={title} documentNumber={null} />
        <PageAddress site={site} path={publication.path} />
      </article>
    ),
  });
}
