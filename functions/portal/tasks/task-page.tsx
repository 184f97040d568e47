/** One task: what is asked, the facts, the text with what was found, the decision. */
import { chineseDate, localMinute } from '@gongkai/calendar/local-date.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { interpretationForms } from '@gongkai/domain/interpretation.ts';
import { taskKindName } from '@gongkai/domain/task.ts';
import type { Child } from 'hono/jsx';
import type { Permission } from '../../shared/who-may.ts';
import { base } from '../base.ts';
import { Originals } from '../documents/attachments.tsx';
import { DocumentFacts, Evidence } from '../documents/facts.tsx';
import { History, nameOfActor } from '../documents/history.tsx';
import { SameNumberNotice } from '../documents/same-number.tsx';
import type { PortalContext } from '../env.ts';
import { Notice, PortalPage } from '../layout.tsx';
import { Contents } from './contents.tsx';
import { CoverUp } from './cover-up.tsx';
import type { Values } from './decision-data.ts';
import { DecisionFacts } from './decision-facts.tsx';
import { DecisionForm, decisionFormId } from './decision-form.tsx';
import { FindingList } from './finding-list.tsx';
import { HandedOver } from './handing-over.tsx';
import { MarkedLine } from './marked-text.tsx';
import type { TaskView } from './task-view.ts';
import { timeLeft, whatToDo } from './words.ts';

export interface TaskPageProps {
  c: PortalContext;
  view: TaskView;
  permission: Permission;
  today: LocalDate;
  /** What was typed, after a refusal. */
  values?: Values;
  error?: string;
  /** Delegating and sending links anew, for who may. */
  aside?: Child;
}

export const TaskPage = ({ c, view, permission, today, values = {}, error, aside }: TaskPageProps) => {
  const { task, document, text } = view;
  const organisation = c.get('organisation');
  const deciding = task.state === 'open' && permission.allowed;
  const aboutDocument = task.task !== 'interpret' && task.task !== 'review-interpretation';
  // The finds of a document that is public are settled together: it stays, or it goes.
  const form = deciding && aboutDocument && task.task !== 'recheck' ? decisionFormId : undefined;
  return (
    <PortalPage
      c={c}
      title={`${taskKindName[task.task]}：${document.title}`}
      current={`${base}/tasks`}
      script="review.js"
    >
      <TaskHeading {...{ c, view, permission, today }} />
      <HandedOver c={c} view={view} />
      {deciding && (
        <p>
          <a href="#decide">直接去{decidingName(task.task)}</a>
        </p>
      )}
      {error !== undefined && (
        <Notice kind="error">
          <p>
            <strong>没有提交成功：</strong>
            {error}
          </p>
          <p>
            您填写的内容都还在，改好后<a href={`#${decisionFormId}`}>重新提交</a>即可。
          </p>
        </Notice>
      )}
      {task.note && (
        <Notice kind="warning">
          <p>{task.note}</p>
        </Notice>
      )}
      {task.state === 'open' && !permission.allowed && (
        <Notice kind="info">
          <p>您可以查看，但不能办理：{permission.reason}</p>
        </Notice>
      )}
      {(task.task === 'review-interpretation' || (task.task === 'interpret' && !deciding)) && (
        <InterpretationText view={view} />
      )}
      {aboutDocument && <CoverUp view={view} />}
      {aboutDocument && <Evidence document={document} />}
      {aboutDocument && <SameNumberNotice c={c} found={view.sameNumber} />}

      <h2>文件要素</h2>
      <DocumentFacts document={document} text={text} organisation={organisation} />
      <Problems view={view} />
      <h3>原件</h3>
      <Originals document={document} />

      <Contents view={view} form={form} values={values} />

      <Approvals c={c} view={view} />
      <details class="fold">
        <summary>办理记录（{document.history.length} 条）</summary>
        <History entries={document.history} organisation={organisation} />
      </details>

      {deciding && (
        <section class="decide card" aria-labelledby="decide">
          <h2 id="decide">{decidingName(task.task)}</h2>
          <DecisionForm c={c} view={view} values={values} />
        </section>
      )}
      {task.decision && (
        <section class="card">
          <h2>决定</h2>
          <DecisionFacts c={c} view={view} decision={task.decision} />
        </section>
      )}
      {aside}
    </PortalPage>
  );
};

const decidingName = (kind: TaskView['task']['task']): string =>
  kind === 'interpret' ? '编写解读' : '作出决定';

const TaskHeading = ({
  c,
  view,
  permission,
  today,
}: Pick<TaskPageProps, 'c' | 'view' | 'permission' | 'today'>) => {
  const { task, document } = view;
  const left = timeLeft(task, today);
  const onBehalfOf = permission.allowed ? permission.actor.onBehalfOf : undefined;
  return (
    <header class="task-heading">
      <p class="kind">{taskKindName[task.task]}</p>
      <h1>{document.title}</h1>
      <p class="lead">{whatToDo[task.task]}</p>
      <p>
        {task.state === 'open' ? (
          <>
            <span class={`tag ${left.tone}`}>{left.text}</span> 请在{chineseDate(task.due.date)}前办理
            {task.due.status === 'provisional' && '（暂定，待国务院办公厅公布节假日安排）'}
          </>
        ) : (
          <span class="tag green">{task.state === 'decided' ? '已办结' : '已取消'}</span>
        )}
        {onBehalfOf && (
          <span class="tag amber">
            您代{c.get('organisation').personName(onBehalfOf)}办理，两人的姓名都会记录
          </span>
        )}
      </p>
    </header>
  );
};

const Problems = ({ view }: { view: TaskView }) => {
  const problems = view.text?.problems ?? ['正文还不能显示，请稍后刷新页面，或下载原件查看。'];
  if (problems.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>读取文件时遇到的问题，请对照原件核对：</p>
      <ul>
        {problems.map((p) => (
          <li>{p}</li>
        ))}
      </ul>
    </Notice>
  );
};

const InterpretationText = ({ view }: { view: TaskView }) => {
  const { interpretation, task, numbers, masks } = view;
  if (!interpretation) return null;
  const findings = task.task === 'review-interpretation' ? view.findings : [];
  const lines = interpretation.text.split('\n');
  const marked = (text: string, line: number) => <MarkedLine {...{ text, line, findings, numbers }} />;
  return (
    <article class="card interpretation">
      <p class="tag blue">{interpretationForms[interpretation.form]}</p>
      <h2>{marked(interpretation.title, 0)}</h2>
      <div class="reading">
        {lines.map((line, i) => (
          <p>{marked(line, i + 1)}</p>
        ))}
      </div>
      <p class="quiet">咨询方式（会公开）：{marked(interpretation.contact, lines.length + 1)}</p>
      {task.task === 'review-interpretation' && (
        <>
          <h3>筛查发现（{findings.length} 处）</h3>
          <FindingList {...{ findings, numbers, masks }} document={nothingSettled} values={{}} />
        </>
      )}
    </article>
  );
};
/** What was settled is about the document. */
const nothingSettled = { cuts: [], dismissed: [] };

const Approvals = ({ c, view: { document } }: { c: PortalContext; view: TaskView }) =>
  document.approvals.length === 0 ? null : (
    <>
      <h2>前面的审查</h2>
      <ul class="approvals">
        {document.approvals.map((a) => (
          <li>
            <span class="tag green">通过</span> {taskKindName[a.kind as keyof typeof taskKindName] ?? a.kind}
            ：{nameOfActor(a.actor, c.get('organisation'))} <span class="quiet">{localMinute(a.at)}</span>
          </li>
        ))}
      </ul>
    </>
  );
