import { chineseDate } from '@gongkai/calendar/local-date.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { type DocumentState, documentStateName, documentStates } from '@gongkai/domain/document-state.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { roleName } from '@gongkai/domain/organisation.ts';
import { isDocumentTask, type Task, taskKindName } from '@gongkai/domain/task.ts';
import type { Page } from '@gongkai/platform/ports.ts';
import { pageOfTask } from '../../shared/page-tasks.ts';
import { base } from '../base.ts';
import type { PortalContext } from '../env.ts';
import { PortalPage } from '../layout.tsx';
import { timeLeft } from '../tasks/words.ts';
import { DocumentTable, More } from './list-page.tsx';

/** Enough to act on; the rest follows once these are done. */
const overdueShown = 50;

/** The whole county at a glance: how many in each state, what is late, and the list of one state. */
export const OfficePage = ({
  c,
  counts,
  overdue,
  state,
  page,
  today,
}: {
  c: PortalContext;
  counts: ReadonlyMap<DocumentState, string>;
  overdue: readonly Task[];
  state: DocumentState;
  page: Page<GovDocument>;
  today: LocalDate;
}) => (
  <PortalPage c={c} title="全部文件" current={`${base}/office`}>
    <h1>全县文件</h1>
    <ul class="counts">
      {documentStates.map((s) => (
        <li>
          <a href={`${base}/office?state=${s}#list`} aria-current={s === state ? 'true' : undefined}>
            <strong>{counts.get(s) ?? '0'}</strong>
            {documentStateName[s]}
          </a>
        </li>
      ))}
    </ul>
    <h2>逾期任务（{overdue.length}）</h2>
    {overdue.length === 0 ? (
      <p class="empty">没有逾期的任务。</p>
    ) : (
      <div class="table-wrap" tabindex={0} role="region" aria-label="逾期任务">
        <table>
          <thead>
            <tr>
              <th scope="col">任务</th>
              <th scope="col">办理</th>
              <th scope="col">期限</th>
            </tr>
          </thead>
          <tbody>
            {overdue.slice(0, overdueShown).map((task) => (
              <tr>
                <td>
                  <a href={isDocumentTask(task) ? `${base}/tasks/${task.id}` : base + pageOfTask(task)}>
                    {taskKindName[task.task]}：{task.title}
                  </a>
                </td>
                <td>
                  {c.get('organisation').departmentName(task.department)} {roleName[task.role]}
                </td>
                <td>
                  {chineseDate(task.due.date)} <span class="tag red">{timeLeft(task, today).text}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    <h2 id="list">{documentStateName[state]}</h2>
    {page.items.length === 0 ? (
      <p class="empty">没有这种状态的文件。</p>
    ) : (
      <DocumentTable c={c} page={page} today={today} withDepartment />
    )}
    <More
      page={page}
      href={(after) => `${base}/office?${new URLSearchParams({ state, after }).toString()}#list`}
    />
  </PortalPage>
);
