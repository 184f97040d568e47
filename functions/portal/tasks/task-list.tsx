import { chineseDate } from '@gongkai/calendar/local-date.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { settlesFindings, taskKindName } from '@gongkai/domain/task.ts';
import { ownerOfTask, pageOfTask } from '../../shared/page-tasks.ts';
import { base } from '../base.ts';
import type { PortalContext } from '../env.ts';
import { Notice, PortalPage } from '../layout.tsx';
import type { MyTask } from './my-tasks.ts';
import { timeLeft } from './words.ts';

export const TaskListPage = ({
  c,
  items,
  more,
  today,
}: {
  c: PortalContext;
  items: readonly MyTask[];
  more: boolean;
  today: LocalDate;
}) => (
  <PortalPage c={c} title="我的任务" current={`${base}/tasks`}>
    <h1>我的任务</h1>
    {items.length === 0 ? (
      <p class="empty">现在没有等您办理的任务。有新任务时会发邮件给您，也会出现在这里。</p>
    ) : (
      <>
        <p class="lead">有 {items.length} 项任务等您办理，最急的在最前面。这里的清单是准的；邮件只是提醒。</p>
        <ul class="task-list">
          {items.map((item) => (
            <TaskCard c={c} item={item} today={today} />
          ))}
        </ul>
      </>
    )}
    {more && (
      <Notice kind="info">
        <p>任务很多，这里只列出最急的一部分。办理之后，其余的会显示出来。</p>
      </Notice>
    )}
  </PortalPage>
);

const TaskCard = ({ c, item, today }: { c: PortalContext; item: MyTask; today: LocalDate }) => {
  const { task, document, onBehalfOf } = item;
  const organisation = c.get('organisation');
  const left = timeLeft(task, today);
  const owner = document?.department ?? ownerOfTask(task);
  return (
    <li class={left.tone === 'red' ? 'overdue' : undefined}>
      <a href={document ? `${base}/tasks/${task.id}` : base + pageOfTask(task)}>
        <span class="kind">{taskKindName[task.task]}</span>
        <strong>{document?.title ?? task.title}</strong>
      </a>
      <p class="spaced">
        <span class={`tag ${left.tone}`}>{left.text}</span> {chineseDate(task.due.date)}截止
        {task.due.status === 'provisional' && '（暂定）'}
        <span class="quiet">
          {' · '}
          {organisation.departmentName(owner)}
          {document?.metadata?.documentNumber && ` · ${document.metadata.documentNumber}`}
        </span>
        {onBehalfOf && <span class="tag amber">代{organisation.personName(onBehalfOf)}办理</span>}
        {settlesFindings(task.task) && (document?.findings?.block ?? 0) > 0 && (
          <span class="tag red">{document?.findings?.block} 处必须处理</span>
        )}
      </p>
    </li>
  );
};
