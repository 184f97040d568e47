import { localMinute } from '@gongkai/calendar/local-date.ts';
import { taskKindName } from '@gongkai/domain/task.ts';
import { base } from '../base.ts';
import { nameOfActor } from '../documents/history.tsx';
import { SameNumberNotice } from '../documents/same-number.tsx';
import type { PortalContext } from '../env.ts';
import { Notice, PortalPage } from '../layout.tsx';
import { DecisionFacts } from './decision-facts.tsx';
import type { TaskView } from './task-view.ts';

/** What was decided, by whom and when: for who has just decided, and for who came second. */
export const DecidedPage = ({ c, view, already }: { c: PortalContext; view: TaskView; already: boolean }) => {
  const { task, document } = view;
  const { decision } = task;
  return (
    <PortalPage c={c} title={already ? '已经办结' : '已提交'} current={`${base}/tasks`}>
      <div class="narrow">
        <h1>{decision === undefined ? '任务已取消' : already ? '这项任务已经办结' : '您的意见已记录'}</h1>
        <Notice kind={already || !decision ? 'info' : 'success'}>
          {decision === undefined ? (
            <p>文件已经退回、更新或撤下，不再需要办理这项任务。</p>
          ) : already ? (
            <p>
              {taskKindName[task.task]}已由{nameOfActor(decision.actor, c.get('organisation'))}于
              {localMinute(decision.at)}办结，您的这次提交没有生效，也没有改变任何内容。
            </p>
          ) : (
            <p>
              《{document.title}》的“{taskKindName[task.task]}”已办结，流程会自动继续，不需要再做什么。
            </p>
          )}
        </Notice>
        {decision?.corrections?.documentNumber != null && <SameNumberNotice c={c} found={view.sameNumber} />}
        {decision && <DecisionFacts c={c} view={view} decision={decision} />}
        <div class="actions">
          <a class="button" href={`${base}/tasks`}>
            回到我的任务
          </a>
          <a class="button secondary" href={`${base}/documents/${document.id}`}>
            查看文件进展
          </a>
        </div>
      </div>
    </PortalPage>
  );
};

export const StaleTaskPage = ({
  c,
  taskId,
  message,
}: {
  c: PortalContext;
  taskId: string;
  message: string;
}) => (
  <PortalPage c={c} title="页面已经过时" current={`${base}/tasks`}>
    <div class="narrow">
      <h1>页面已经过时</h1>
      <Notice kind="warning">
        <p>{message}</p>
        <p>您的意见没有提交。这样做是为了不让人批准自己没有看过的内容。</p>
      </Notice>
      <a class="button" href={`${base}/tasks/${taskId}`}>
        查看当前内容
      </a>
    </div>
  </PortalPage>
);
