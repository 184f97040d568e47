/** One document: where it stands, what is waited for, what happened. */
import { chineseDate } from '@gongkai/calendar/local-date.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { documentStateName } from '@gongkai/domain/document-state.ts';
import { type GovDocument, nameOfDocument } from '@gongkai/domain/document.ts';
import type { HistoryEntry } from '@gongkai/domain/history.ts';
import { type Membership, roleName } from '@gongkai/domain/organisation.ts';
import { type Task, taskKindName } from '@gongkai/domain/task.ts';
import { base } from '../base.ts';
import type { PortalContext } from '../env.ts';
import { Notice, PortalPage, WrongFields } from '../layout.tsx';
import { outcomeName, timeLeft } from '../tasks/words.ts';
import { Originals } from './attachments.tsx';
import { DocumentFacts } from './facts.tsx';
import { History, nameOfActor } from './history.tsx';
import { type SameNumber, SameNumberNotice } from './same-number.tsx';
import { standing, stateTone } from './standing.ts';
import { oversees } from './who-sees.ts';
import { type Marking, ValidityForm } from './validity-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

interface Props {
  c: PortalContext;
  document: GovDocument;
  /** Newest first. */
  tasks: readonly Task[];
  me: Membership;
  siteUrl: string;
  today: LocalDate;
  sameNumber?: SameNumber | undefined;
  withdrawing?: boolean;
  /** What was wrong with the mark of validity, and what was entered; `started` when it is under way. */
  marking?: Marking | undefined;
  error?: string;
  reason?: string;
}

export const DocumentPage = (props: Props) => {
  const { c, document, tasks, me, siteUrl, withdrawing = false, marking, error } = props;
  const organisation = c.get('organisation');
  const open = tasks.filter((t) => t.state === 'open');
  const returned =
    document.state === 'returned' ? document.history.findLast((h) => h.to === 'returned') : undefined;
  return (
    <PortalPage c={c} title={nameOfDocument(document)} current={`${base}/documents`}>
      <p>
        <span class={`tag ${stateTone[document.state]}`}>{documentStateName[document.state]}</span>
        {document.indexNumber && <span class="quiet small"> 索引号 {document.indexNumber}</span>}
      </p>
      <h1>{nameOfDocument(document)}</h1>
      <p class="lead">{standing(document, open, organisation)}</p>
      <WrongFields errors={{ ...marking?.errors, ...(error === undefined ? {} : { reason: error }) }} />
      {withdrawing && (
        <Notice kind="success">
          <p>已开始撤下。页面、附件、列表和订阅源会一起更新，通常不到一分钟。</p>
        </Notice>
      )}
      {marking?.started && (
        <Notice kind="success">
          <p>已开始标注。公开页面、列表、订阅源和清理结果会一起更新，通常不到一分钟。</p>
        </Notice>
      )}
      {returned && (
        <Notice kind="warning">
          <p class="reason">退回理由：{returned.reason}</p>
          {me.department.id === document.department && (
            <a class="button" href={`${base}/upload?document=${document.id}`}>
              修改后重新上传
            </a>
          )}
        </Notice>
      )}
      {document.withdrawal && (
        <Notice kind="info">
          <p class="reason">撤下理由：{document.withdrawal.reason}</p>
        </Notice>
      )}
      {document.state === 'published' && document.publication && (
        <p>
          <a class="button secondary" href={`${siteUrl}/${document.publication.path}`}>
            查看公开页面
          </a>
        </p>
      )}
      <SameNumberNotice c={c} found={props.sameNumber} />
      <TaskTable {...props} />
      <h2>文件</h2>
      <Originals document={document} />
      <h2>要素</h2>
      <DocumentFacts document={document} organisation={organisation} />
      <h2>办理记录</h2>
      <History entries={withHandovers(document, tasks)} organisation={organisation} />
      {document.state === 'published' && oversees(me) && !withdrawing && (
        <>
          <ValidityForm {...props} {...marking} />
          <WithdrawForm {...props} />
        </>
      )}
    </PortalPage>
  );
};

/** Who was asked instead of whom is kept with the task, in the same write. */
const withHandovers = ({ history }: GovDocument, tasks: readonly Task[]): HistoryEntry[] =>
  [...history, ...tasks.flatMap(handoversOf)].toSorted((a, b) => a.at.localeCompare(b.at));

function handoversOf({ task, history }: Task): HistoryEntry[] {
  const name = taskKindName[task];
  const named = (entry: HistoryEntry): HistoryEntry => ({
    ...entry,
    reason: `${name}：${entry.reason ?? ''}`,
  });
  return history.filter(({ action }) => action === 'delegated' || action === 'handed-on').map(named);
}

const TaskTable = ({ c, tasks, today }: Props) => {
  const organisation = c.get('organisation');
  if (tasks.length === 0) return null;
  return (
    <>
      <h2>任务</h2>
      <div class="table-wrap" tabindex={0} role="region" aria-label="任务">
        <table>
          <thead>
            <tr>
              <th scope="col">任务</th>
              <th scope="col">办理</th>
              <th scope="col">期限</th>
              <th scope="col">结果</th>
            </tr>
          </thead>
          <tbody>
            {tasks.toReversed().map((task) => (
              <tr>
                <td>
                  <a href={`${base}/tasks/${task.id}`}>{taskKindName[task.task]}</a>
                </td>
                <td>
                  {task.decision
                    ? nameOfActor(task.decision.actor, organisation)
                    : `${organisation.departmentName(task.department)} ${roleName[task.role]}`}
                </td>
                <td class="number">{chineseDate(task.due.date)}</td>
                <td>
                  {task.decision ? (
                    outcomeName(task.task, task.decision.outcome)
                  ) : task.state === 'cancelled' ? (
                    <span class="tag">已取消</span>
                  ) : (
                    <span class={`tag ${timeLeft(task, today).tone}`}>{timeLeft(task, today).text}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
