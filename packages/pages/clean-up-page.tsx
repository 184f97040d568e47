import { reassessmentColumn } from '@gongkai/domain/catalogue.ts';
import { validities, validityName } from '@gongkai/domain/validity.ts';
import { renderPage } from './layout.tsx';
import { cleanUpPath, href, listPath } from './paths.ts';
import { clean, filled } from './text.ts';
import type { CleanUpView, SiteView } from './views.ts';

const Changed = ({ site, changed }: { site: SiteView; changed: CleanUpView['changed'] }) => (
  <div class="table-scroll" role="region" aria-label="清理结果" tabindex={0}>
    <table>
      <thead>
        <tr>
          <th scope="col">文件标题</th>
          <th scope="col">发文字号</th>
          <th scope="col">日期</th>
          <th scope="col">理由</th>
          <th scope="col">依据或替代文件</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ title, documentNumber, path, validity }) => (
          <tr>
            <td>
              <a href={href(site, path)}>{filled(title, '（无标题）')}</a>
            </td>
            <td>{documentNumber ?? '无'}</td>
            <td>{validity.since}</td>
            <td>{validity.reason}</td>
            <td>
              {validity.successor && (
                <a href={href(site, validity.successor.path)}>
                  {filled(validity.successor.title, '（无标题）')}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** 文件清理结果: what was amended, repealed or lapsed in one year, each under its own heading. */
export function renderCleanUpPage(givenSite: SiteView, givenView: CleanUpView): string {
  const [site, view] = [clean(givenSite), clean(givenView)];
  const column = site.columns.find((c) => c.id === reassessmentColumn);
  const title = `${view.year}年文件清理结果`;
  const groups = validities
    .filter((state) => state !== 'in-force')
    .map((state) => ({ state, changed: view.changed.filter((c) => c.validity.state === state) }));
  return renderPage({
    site,
    title,
    path: cleanUpPath(view.year),
    column: column ?? { name: '清理与评估结果', type: '信息公开目录', description: title },
    crumbs: [{ name: '清理与评估结果', path: listPath('column', reassessmentColumn) }],
    children: (
      <article>
        <h1>{title}</h1>
        <p class="lead">
          {view.year}
          年修改、废止和失效的文件。这些文件仍可查阅，页面上已标明，不再作为行政管理的依据；修改的文件以修改后的内容为准。
        </p>
        {groups.map(({ state, changed }) => (
          <section aria-labelledby={state}>
            <h2 id={state}>
              {validityName[state]}（{changed.length}件）
            </h2>
            {changed.length === 0 ? <p class="empty">没有。</p> : <Changed site={site} changed={changed} />}
          </section>
        ))}
      </article>
    ),
  });
}
