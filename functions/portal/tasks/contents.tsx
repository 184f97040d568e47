import type { Text } from '../../shared/findings-file.ts';
import type { Values } from './decision-data.ts';
import { FindingList } from './finding-list.tsx';
import { HiddenParts, MarkedText } from './marked-text.tsx';
import { RedactedCopy } from './redacted-copy.tsx';
import type { TaskView } from './task-view.ts';

/**
 * Text and findings side by side on a wide screen, one below the other on a phone. A redacted copy stands beside
 * its original; who writes or reviews an interpretation needs the text alone.
 */
export const Contents = ({
  view,
  form,
  values,
}: {
  view: TaskView;
  form: string | undefined;
  values: Values;
}) => {
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
