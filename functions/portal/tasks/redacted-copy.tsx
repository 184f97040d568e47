import { cutBlock } from '@gongkai/redaction/removal.ts';
import { nameOfKind } from '@gongkai/screening/rules.ts';
import { Fragment } from 'hono/jsx';
import { redactedName } from '../../shared/document-view.ts';
import { base } from '../base.ts';
import { Notice } from '../layout.tsx';
import { PageImages } from './page-images.tsx';
import type { TaskView } from './task-view.ts';

/** A browser shows that many lines of a list at once; the file itself is below. */
const maxLines = 2_000;
const addedNames: Record<string, string> = { text: '另写的文字', column: '整列处理', box: '页面框选' };

/** The copy that would be published, with every cut place marked. */
export const RedactedCopy = ({ view: { redacted, task, pages } }: { view: TaskView }) => {
  if (!redacted || (task.state === 'open' && redacted.hash !== task.contentHash))
    return (
      <section>
        <h2>删减稿</h2>
        <Notice kind="warning">
          <p>删减稿正在重新制作，请稍后刷新页面再办理。</p>
        </Notice>
      </section>
    );
  const kinds = Object.entries(redacted.kinds);
  return (
    <section aria-labelledby="redacted">
      <h2 id="redacted">删减稿（拟公开，删去 {redacted.removed} 处）</h2>
      {kinds.length > 0 && (
        <p class="hint">
          处理了：
          {kinds.map(([kind, count]) => `${addedNames[kind] ?? nameOfKind(kind)} ${count} 项`).join('、')}
          。删减稿已由独立检查核验，删去的内容在文件中不存在。
        </p>
      )}
      {redacted.files.map((file) => (
        <Fragment>
          {redacted.files.length > 1 && <h3>《{file.name}》</h3>}
          <CopyText name={file.name} text={file.text} />
          <p>
            <a href={`${base}/tasks/${task.id}/copies/${file.slot}`}>
              下载 {redactedName(file.name, file.type)}
            </a>
          </p>
          {file.type === 'pdf' && (
            <PageImages task={task.id} slot={file.slot} pages={pages.get(file.slot) ?? 1} of="copies" />
          )}
        </Fragment>
      ))}
    </section>
  );
};

const CopyText = ({ name, text }: { name: string; text: string }) => {
  const lines = text.split('\n');
  return (
    <div class="document-text redacted" tabindex={0} role="region" aria-label={`《${name}》的删减稿`}>
      {groups(lines.slice(0, maxLines)).map((group) =>
        typeof group === 'string' ? (
          <p>
            <Cut text={group} />
          </p>
        ) : (
          <table>
            {group.map((cells) => (
              <tr>
                {cells.map((cell) => (
                  <td>
                    <Cut text={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </table>
        ),
      )}
      {lines.length > maxLines && (
        <p class="gap">（此处省略 {lines.length - maxLines} 行，全文请下载查看）</p>
      )}
    </div>
  );
};

/** Lines with tabs are rows; those that follow each other are one table. */
function groups(lines: readonly string[]): (string | string[][])[] {
  const found: (string | string[][])[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (!line.includes('\t')) found.push(line);
    else if (Array.isArray(last)) last.push(line.split('\t'));
    else found.push([line.split('\t')]);
  }
  return found;
}

const Cut = ({ text }: { text: string }) => (
  <>
    {text.split(cutBlock).map((part, i) => (
      <Fragment>
        {i > 0 && <del>{cutBlock}</del>}
        {part}
      </Fragment>
    ))}
  </>
);
