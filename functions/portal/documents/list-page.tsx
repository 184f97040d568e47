import { localDate } from '@gongkai/calendar/local-date.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { attributeName } from '@gongkai/domain/attribute.ts';
import { type DocumentState, documentStateName, documentStates } from '@gongkai/domain/document-state.ts';
import { type GovDocument, nameOfDocument } from '@gongkai/domain/document.ts';
import type { Page } from '@gongkai/platform/ports.ts';
import { base } from '../base.ts';
import type { PortalContext } from '../env.ts';
import { PortalPage } from '../layout.tsx';
import { stateTone } from './standing.ts';

export const DocumentTable = ({
  c,
  page,
  today,
  withDepartment = false,
}: {
  c: PortalContext;
  today: LocalDate;
  page: Page<GovDocument>;
  withDepartment?: boolean;
}) => (
  <div class="table-wrap" tabindex={0} role="region" aria-label="文件列表">
    <table>
      <thead>
        <tr>
          <th scope="col">文件</th>
          {withDepartment && <th scope="col">部门</th>}
          <th scope="col">状态</th>
          <th scope="col">公开属性</th>
          <th scope="col">提交日期</th>
          <th scope="col">公开期限</th>
        </tr>
      </thead>
      <tbody>
        {page.items.map((d) => (
          <tr>
            <td>
              <a href={`${base}/documents/${d.id}`}>{nameOfDocument(d)}</a>
              {d.metadata?.documentNumber && <span class="quiet small"> {d.metadata.documentNumber}</span>}
            </td>
            {withDepartment && <td class="short">{c.get('organisation').departmentName(d.department)}</td>}
            <td>
              <span class={`tag ${stateTone[d.state]}`}>{documentStateName[d.state]}</span>
            </td>
            <td class="short">{attributeName[d.attribute]}</td>
            <td class="number">{localDate(d.createdAt)}</td>
            <td class="number">
              <PublishDue of={d} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Of what may still be on its way to the public. */
const PublishDue = ({ of: { state, filedUnder }, today }: { of: GovDocument; today: LocalDate }) => {
  if (!filedUnder || (state !== 'in-review' && state !== 'returned')) return null;
  return (
    <>
      {filedUnder.due.date} {filedUnder.due.date < today && <span class="tag red">逾期</span>}
    </>
  );
};

export const More = ({ page, href }: { page: Page<unknown>; href: (after: string) => string }) =>
  page.next === undefined ? null : (
    <p>
      <a class="button secondary" href={href(page.next)}>
        更早的文件
      </a>
    </p>
  );

export const DocumentListPage = ({
  c,
  department,
  state,
  page,
  today,
}: {
  c: PortalContext;
  today: LocalDate;
  department: string;
  state: DocumentState | undefined;
  page: Page<GovDocument>;
}) => {
  const here = `${base}/documents`;
  const link = (to: DocumentState | undefined, name: string) => (
    <li>
      <a
        href={to === undefined ? here : `${here}?state=${to}`}
        aria-current={to === state ? 'true' : undefined}
      >
        {name}
      </a>
    </li>
  );
  return (
    <PortalPage c={c} title="本部门文件" current={here}>
      <div class="heading">
        <h1>{department}的文件</h1>
        <a class="button" href={`${base}/upload`}>
          上传文件
        </a>
      </div>
      <ul class="filter" aria-label="按状态筛选">
        {link(undefined, '全部')}
        {documentStates.map((s) => link(s, documentStateName[s]))}
      </ul>
      {page.items.length === 0 ? (
        <p class="empty">
          {state === undefined ? '还没有文件。上传之后，每一步进展都会显示在这里。' : '没有这种状态的文件。'}
        </p>
      ) : (
        <DocumentTable c={c} page={page} today={today} />
      )}
      <More
        page={page}
        href={(after) => `${here}?${new URLSearchParams({ ...(state ? { state } : {}), after }).toString()}`}
      />
    </PortalPage>
  );
};
