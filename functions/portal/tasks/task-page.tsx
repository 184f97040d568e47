/** One task: what is asked, the facts, the text with what was found, the decision. */
import { chineseDate, localMinute } from '@gongkai/calendar/local-date.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { interpretationForms } from '@gongkai/domain/interpretation.ts';
import { type Decision, taskKindName } from '@gongkai/domain/task.ts';
import type { Child } from 'hono/jsx';
import type { Text } from '../../shared/findings-file.ts';
import type { Permission } from '../../shared/who-may.ts';
import { base } from '../base.ts';
import { Originals } from '../documents/attachments.tsx';
import { attributeText, DocumentFacts, Evidence } from '../documents/facts.tsx';
import { History, nameOfActor } from '../documents/history.tsx';
import type { PortalContext } from '../env.ts';
import { Notice, PortalPage } from '../layout.tsx';
import type { Values } from './decision-data.ts';
import { DecisionForm, decisionFormId } from './decision-form.tsx';
import { FindingList } from './finding-list.tsx';
import { HiddenParts, MarkedText } from './marked-text.tsx';
import { RedactedCopy } from './redacted-copy.tsx';
import type { TaskView } from './task-view.ts';
import { outcomeName, timeLeft, whatToDo } from './words.ts';

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
  const form = deciding && aboutDocument ? decisionFormId : undefined;
  return (
    <PortalPage c={c} title={`${taskKindName[task.task]}：${document.title}`} current={`${base}/tasks`}>
      <TaskHeading {...{ c, view, permission, today }} />
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
      {aboutDocument && <Evidence document={document} />}

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
          <h2 id="decide">{task.task === 'interpret' ? '编写解读' : '作出决定'}</h2>
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
            您代{c.get('organisation').person(onBehalfOf)?.person.name ?? onBehalfOf}办理，两人的姓名都会记录
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

/**
 * Text and findings side by side on a wide screen, one below the other on a phone. A redacted copy stands beside
 * its original; who writes or reviews an interpretation needs the text alone.
 */
const Contents = ({ view, form, values }: { view: TaskView; form: string | undefined; values: Values }) => {
  const { text, findings, numbers, document, task } = view;
  if (!text) return null;
  if (task.task === 'interpret' || task.task === 'review-interpretation')
    return <Original text={text} findings={[]} numbers={numbers} />;
  const list = (
    <section class="contents-findings" aria-labelledby="findings">
      <h2 id="findings">筛查发现（{findings.length} 处）</h2>
      <FindingList {...{ findings, document, numbers, form, values }} />
    </section>
  );
  const beside = task.task === 'approve-redaction';
  return (
    <>
      <div class={beside ? 'contents compare' : 'contents'}>
        <Original text={text} findings={findings} numbers={numbers} />
        {beside ? <RedactedCopy view={view} /> : list}
      </div>
      {beside && list}
    </>
  );
};

const Original = ({ text, findings, numbers }: { text: Text } & Pick<TaskView, 'findings' | 'numbers'>) => (
  <section class="contents-text" aria-labelledby="text">
    <h2 id="text">正文</h2>
    {text.files.map((file) => (
      <>
        {text.files.length > 1 && <h3>《{file.name}》</h3>}
        <MarkedText file={file} findings={findings} numbers={numbers} />
        <HiddenParts file={file} findings={findings} numbers={numbers} />
      </>
    ))}
  </section>
);

const InterpretationText = ({ view: { interpretation } }: { view: TaskView }) =>
  interpretation ? (
    <article class="card interpretation">
      <p class="tag blue">{interpretationForms[interpretation.form]}</p>
      <h2>{interpretation.title}</h2>
      <div class="reading">
        {interpretation.text.split('\n').map((line) => (
          <p>{line}</p>
        ))}
      </div>
      <p class="quiet">咨询方式（会公开）：{interpretation.contact}</p>
    </article>
  ) : null;

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

export const DecisionFacts = ({
  c,
  view,
  decision,
}: {
  c: PortalContext;
  view: TaskView;
  decision: Decision;
}) => (
  <dl class="facts">
    <dt>意见</dt>
    <dd>
      <strong>{outcomeName(view.task.task, decision.outcome)}</strong>
    </dd>
    <dt>办理人</dt>
    <dd>{nameOfActor(decision.actor, c.get('organisation'))}</dd>
    <dt>时间</dt>
    <dd>{localMinute(decision.at)}</dd>
    {decision.attribute && (
      <>
        <dt>公开属性</dt>
        <dd>{attributeText(decision.attribute, decision.ground)}</dd>
      </>
    )}
    {decision.cuts && (
      <>
        <dt>删减</dt>
        <dd>{decision.cuts.length} 处</dd>
      </>
    )}
    {decision.dismissed && (
      <>
        <dt>不需删减</dt>
        <dd>{decision.dismissed.length} 处</dd>
      </>
    )}
    {decision.reason && (
      <>
        <dt>理由</dt>
        <dd class="reason">{decision.reason}</dd>
      </>
    )}
  </dl>
);
