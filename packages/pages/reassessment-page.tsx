import { reassessmentColumn } from '@gongkai/domain/catalogue.ts';
import { reassessmentOutcomes } from '@gongkai/domain/reassessment.ts';
import { renderPage } from './layout.tsx';
import { href, listPath, reassessmentPath } from './paths.ts';
import { clean, filled } from './text.ts';
import type { ReassessmentResultView, SiteView } from './views.ts';

const outcomeName = (outcome: string): string =>
  (reassessmentOutcomes as Record<string, string>)[outcome] ?? outcome;

const Counts = ({ counts }: { counts: ReassessmentResultView['counts'] }) => (
  <table class="counts">
    <caption>评估结果</caption>
    <thead>
      <tr>
        <th scope="col">结果</th>
        <th scope="col">件数</th>
      </tr>
    </thead>
    <tbody>
      {Object.entries(counts).map(([outcome, count]) => (
        <tr>
          <th scope="row">{outcomeName(outcome)}</th>
          <td>{count}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Opened = ({ site, opened }: { site: SiteView; opened: ReassessmentResultView['opened'] }) => (
  <ul class="files">
    {opened.map((item) => (
      <li>
        {item.path === null ? (
          <span>{filled(item.title, '（无标题）')}</span>
        ) : (
          <a href={href(site, item.path)}>{filled(item.title, '（无标题）')}</a>
        )}
        <span class="file-facts">{outcomeName(item.outcome)}</span>
      </li>
    ))}
  </ul>
);

/** Result of one year's evaluation; names what was opened, and only counts what stays closed. */
export function renderReassessmentPage(givenSite: SiteView, givenView: ReassessmentResultView): string {
  const [site, view] = [clean(givenSite), clean(givenView)];
  const column = site.columns.find((c) => c.id === reassessmentColumn);
  const title = `${view.year}年不予公开信息评估结果`;
  const total = Object.values(view.counts).reduce((sum, count) => sum + count, 0);
  return renderPage({
    site,
    title,
    path: reassessmentPath(view.year),
    column: column ?? { name: '清理与评估结果', type: '信息公开目录', description: title },
    crumbs: [{ name: '清理与评估结果', path: listPath('column', reassessmentColumn) }],
    children: (
      <article class="prose">
        <h1>{title}</h1>
        <p class="lead">
          依照《中华人民共和国政府信息公开条例》第十八条，{view.year}年对未主动公开的政府信息逐件评估，共{' '}
          {total} 件。
        </p>
        {total > 0 && <Counts counts={view.counts} />}
        <h2>转为公开的信息</h2>
        {view.opened.length === 0 ? (
          <p class="empty">本年度没有转为公开的信息。</p>
        ) : (
          <Opened site={site} opened={view.opened} />
        )}
      </article>
    ),
  });
}
