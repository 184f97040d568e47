import { cutBlock } from '@gongkai/redaction/removal.ts';
import { Notice } from '../layout.tsx';
import type { TaskView } from './task-view.ts';

/** The copy that would be published, with every cut place marked. */
export const RedactedCopy = ({ view: { redacted, task } }: { view: TaskView }) => {
  if (!redacted || (task.state === 'open' && redacted.hash !== task.contentHash))
    return (
      <section>
        <h2>删减稿</h2>
        <Notice kind="warning">
          <p>删减稿正在重新制作，请稍后刷新页面再办理。</p>
        </Notice>
      </section>
    );
  return (
    <section aria-labelledby="redacted">
      <h2 id="redacted">删减稿（拟公开，删去 {redacted.removed} 处）</h2>
      {redacted.files.map((file) => (
        <>
          {redacted.files.length > 1 && <h3>《{file.name}》</h3>}
          <div
            class="document-text redacted"
            tabindex={0}
            role="region"
            aria-label={`《${file.name}》的删减稿`}
          >
            {file.text.split('\n').map((line) => (
              <p>
                {line
                  .replaceAll('\t', '　')
                  .split(cutBlock)
                  .map((part, i) => (
                    <>
                      {i > 0 && <del>{cutBlock}</del>}
                      {part}
                    </>
                  ))}
              </p>
            ))}
          </div>
        </>
      ))}
    </section>
  );
};
