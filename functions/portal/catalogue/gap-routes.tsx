/** The gap report: as a page, .xlsx, .csv and JSON. A department sees its own, the office all. */
import { gapNames } from '@gongkai/catalogue/gaps.ts';
import { writeList } from '@gongkai/catalogue/write-workbook.ts';
import { contentDisposition } from '@gongkai/platform/content-disposition.ts';
import { Hono } from 'hono';
import Papa from 'papaparse';
import { gapHeadings, type GapReport, gapReport, gapRow } from '../../shared/catalogue-gaps.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { Notice, PortalPage } from '../layout.tsx';
import { ListTable } from '../list-table.tsx';
import { signedIn } from '../session.ts';
import { here, pageOf, Pages, slice } from './frame.tsx';
import { isOffice } from './who.ts';

const page = `${here}/gaps`;

export function gapRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  /** The department asked for, as far as one may see it. */
  const wanted = (c: PortalContext): string | undefined => {
    const me = signedIn(c);
    if (!isOffice(me)) return me.department.id;
    const asked = c.req.query('department') ?? '';
    return c.get('organisation').department(asked)?.id;
  };
  const rowsOf = (c: PortalContext, { gaps }: GapReport): string[][] => {
    const name = (d: string): string => c.get('organisation').departmentName(d);
    return [gapHeadings, ...gaps.map((gap) => gapRow(gap, name))];
  };
  const file = (name: string, type: string) => ({
    'content-type': type,
    'content-disposition': contentDisposition(name),
  });

  app.get(page, async (c) => {
    const department = wanted(c);
    const report = await gapReport(deps, { department });
    return c.html(
      <GapPage c={c} report={report} department={department} page={pageOf(c.req.query('page'))} />,
    );
  });
  app.get(`${page}.json`, async (c) => c.json(await gapReport(deps, { department: wanted(c) })));
  app.get(`${page}.csv`, async (c) => {
    const rows = rowsOf(c, await gapReport(deps, { department: wanted(c) }));
    // Excel takes a .csv for UTF-8 by its byte order mark only; a text that looks like a formula stays text.
    return c.body(
      `\uFEFF${Papa.unparse(rows, { escapeFormulae: true })}`,
      200,
      file('公开缺口.csv', 'text/csv; charset=utf-8'),
    );
  });
  app.get(`${page}.xlsx`, async (c) => {
    const bytes = await writeList('公开缺口', rowsOf(c, await gapReport(deps, { department: wanted(c) })));
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return c.body(new Uint8Array(bytes), 200, file('公开缺口.xlsx', type));
  });
  return app;
}

const tone = { 'no-document': 'amber', stale: 'amber', overdue: 'red', 'no-column': 'red' } as const;

const GapPage = ({
  c,
  report,
  department,
  page: shown,
}: {
  c: PortalContext;
  report: GapReport;
  department: string | undefined;
  page: number;
}) => {
  const organisation = c.get('organisation');
  const query = department === undefined ? '' : `department=${department}&`;
  const counts = Map.groupBy(report.gaps, (gap) => gap.departments[0] ?? '');
  return (
    <PortalPage c={c} title="公开缺口" current={here}>
      <p>
        <a href={here}>← 公开事项目录</a>
      </p>
      <h1>
        {department === undefined ? '全县公开缺口' : `${organisation.departmentName(department)}的公开缺口`}
      </h1>
      <p class="lead">
        截至 {report.on}，目录中的 {report.items} 个事项有 {report.gaps.length}{' '}
        处缺口。每月初会给有缺口的部门发一封提醒邮件。
      </p>
      <p class="actions">
        {(['xlsx', 'csv', 'json'] as const).map((type) => (
          <a class="button secondary small" href={`${page}.${type}?${query}`}>
            下载 .{type}
          </a>
        ))}
      </p>
      {department === undefined && counts.size > 0 && (
        <details class="fold">
          <summary>按部门（{counts.size} 个部门）</summary>
          <ul>
            {[...counts].map(([id, gaps]) => (
              <li>
                <a href={`${page}?department=${id}`}>{organisation.departmentName(id)}</a> {gaps.length} 处
              </li>
            ))}
          </ul>
        </details>
      )}
      {report.gaps.length === 0 ? (
        <Notice kind="success">
          <p>
            {report.items === 0
              ? '目录中还没有事项。'
              : '没有缺口：目录中的每个事项都有公开信息，也都在期限内。'}
          </p>
        </Notice>
      ) : (
        <ListTable headings={['领域', '公开事项', '缺口', '说明', '责任部门']}>
          {slice(report.gaps, shown).map((gap) => (
            <tr>
              <td>{gap.fieldName}</td>
              <td>{gap.name}</td>
              <td>
                <span class={`tag ${tone[gap.kind]}`}>{gapNames[gap.kind]}</span>
              </td>
              <td>{gap.detail}</td>
              <td>{gap.departments.map((d) => organisation.departmentName(d)).join('、')}</td>
            </tr>
          ))}
        </ListTable>
      )}
      <Pages path={page} page={shown} total={report.gaps.length} query={query} />
    </PortalPage>
  );
};
