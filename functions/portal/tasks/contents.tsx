import { Fragment } from 'hono/jsx';
import type { TextFile } from '../../shared/text-file.ts';
import { BoxFields } from './box-fields.tsx';
import { ColumnChoices } from './column-choices.tsx';
import type { Values } from './decision-data.ts';
import { FindingList, mostImportant } from './finding-list.tsx';
import { HiddenParts, MarkedText } from './marked-text.tsx';
import { PageImages } from './page-images.tsx';
import { RedactedCopy } from './redacted-copy.tsx';
import type { TaskView } from './task-view.ts';

interface Props {
  view: TaskView;
  /** Of the decision; absent where nothing is to be decided. */
  form: string | undefined;
  values: Values;
}

/**
 * Text and findings side by side on a wide screen, one below the other on a phone. A redacted copy stands beside
 * its original; who writes or reviews an interpretation needs the text alone.
 */
export const Contents = ({ view, form, values }: Props) => {
  const { text, findings, task } = view;
  if (!text) return null;
  if (task.task === 'interpret' || task.task === 'review-interpretation')
    return <Original view={{ ...view, findings: [] }} form={undefined} values={values} />;
  const list = (
    <section class="contents-findings" aria-labelledby="findings">
      <h2 id="findings">筛查发现（{findings.length} 处）</h2>
      <FindingList {...view} form={form} values={values} />
      {form !== undefined && <ColumnChoices view={view} form={form} values={values} />}
    </section>
  );
  const beside = task.task === 'approve-redaction';
  return (
    <>
      <div class={beside ? 'contents compare' : 'contents'}>
        <Original view={view} form={form} values={values} />
        {beside ? <RedactedCopy view={view} /> : list}
      </div>
      {beside && list}
    </>
  );
};

const Original = ({ view, form, values }: Props) => {
  const { text, numbers } = view;
  const findings = mostImportant(view.findings);
  return (
    <section class="contents-text" aria-labelledby="text">
      <h2 id="text">正文</h2>
      {(text?.files ?? []).map((file) => (
        <Fragment>
          {text!.files.length > 1 && <h3>《{file.name}》</h3>}
          <MarkedText file={file} findings={findings} numbers={numbers} />
          <HiddenParts file={file} findings={findings} numbers={numbers} />
          <Pages file={file} view={view} form={form} values={values} />
        </Fragment>
      ))}
    </section>
  );
};

const Pages = ({ file, view, form, values }: Props & { file: TextFile }) => {
  const pages = view.pages.get(file.slot);
  if (pages === undefined) return null;
  return (
    <Fragment>
      <h3>页面图像</h3>
      <PageImages task={view.task.id} slot={file.slot} pages={pages} of="pages" />
      {form !== undefined && <BoxFields view={view} slot={file.slot} form={form} values={values} />}
    </Fragment>
  );
};
