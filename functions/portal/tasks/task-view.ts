/** Everything the page of one task shows, read in one go. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { NotFound } from '@gongkai/domain/errors.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import type { Interpretation } from '@gongkai/domain/interpretation.ts';
import { type DocumentTask, isDocumentTask, type Task } from '@gongkai/domain/task.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { type ItemGroup, itemChoice } from '../../shared/catalogue-choice.ts';
import { type Finding, type Findings, loadFindings, rescreenedFile } from '../../shared/findings-file.ts';
import { loadRedacted, type Redacted } from '../../shared/redacted-file.ts';
import { loadText, type Text } from '../../shared/text-file.ts';
import type { SameNumber } from '../documents/same-number.tsx';
import { pagesOfFiles } from './pages-of-files.ts';
import { rulesVersionOf } from '../../shared/asking-to-recheck.ts';
import { filesGoingOut } from '../../shared/files-going-out.ts';
import { screenInterpretation } from '../../shared/interpretation-screening.ts';
import { documents, interpretations, tasks } from '../../shared/stores.ts';

export interface TaskView {
  task: DocumentTask;
  document: GovDocument;
  /** Absent while the reading has not been written, or after it was destroyed. */
  text: Text | undefined;
  /** Of the document; of the interpretation where that is under review. */
  findings: readonly Finding[];
  /** Finding id → the number people see. */
  numbers: ReadonlyMap<string, number>;
  redacted: Redacted | undefined;
  /** What else carries the number that is in force, or that the decision corrected it to. */
  sameNumber?: SameNumber | undefined;
  /** How the county masks each kind of finding. */
  masks: Settings['masks'];
  /** What the document may be filed under; empty where nothing is decided any more. */
  items: readonly ItemGroup[];
  /** Slot → pages of a PDF. */
  pages: ReadonlyMap<number, number>;
  /** The one under review, or the last one that came back. */
  interpretation: Interpretation | undefined;
}

/** A document rarely sees more than ten. */
const maxTasks = 50;

/** Newest first. */
export const tasksOf = async ({ table }: Pick<Deps, 'table'>, documentId: string): Promise<Task[]> =>
  (await tasks(table).query('tasks-by-subject', { partition: documentId, descending: true, limit: maxTasks }))
    .items;

/** Throws {@link NotFound}. */
export async function loadTaskView(
  deps: Pick<Deps, 'table' | 'files' | 'settings' | 'clock'>,
  taskId: string,
): Promise<TaskView> {
  const task = await tasks(deps.table).need(taskId);
  if (!isDocumentTask(task)) throw new NotFound('这项任务在公开事项目录或者机构职能页面办理。');
  const [document, text, found, redacted, interpretation] = await Promise.all([
    documents(deps.table).need(task.subject),
    ifThere(textOf(deps, task)),
    ifThere(findingsOf(deps, task)),
    task.task === 'approve-redaction'
      ? ifThere(loadRedacted(deps.files, task.subject, task.revision))
      : undefined,
    interpretationFor(deps, task),
  ]);
  const findings =
    task.task === 'review-interpretation' && interpretation
      ? await screenInterpretation(interpretation, { today: localDate(deps.clock.now()) })
      : (found?.findings ?? []);
  return {
    task,
    document,
    text,
    findings,
    numbers: new Map(findings.map((f, i) => [f.id, i + 1])),
    redacted,
    masks: deps.settings.masks,
    pages: pagesOfFiles(text),
    items: task.state === 'open' ? await itemChoice(deps, document.department) : [],
    interpretation,
  };
}

/** After publication people look at what the public has. */
async function textOf(deps: Pick<Deps, 'table' | 'files'>, { task, subject, revision }: Task): Promise<Text> {
  const text = await loadText(deps.files, subject, revision);
  if (task !== 'recheck') return text;
  return { ...text, files: await filesGoingOut(deps, await documents(deps.table).need(subject)) };
}

const findingsOf = (
  { files }: Pick<Deps, 'files'>,
  { id, task, subject, revision }: Task,
): Promise<Findings> =>
  task === 'recheck'
    ? rescreenedFile(rulesVersionOf(id)).load(files, subject, revision)
    : loadFindings(files, subject, revision);

async function interpretationFor(deps: Pick<Deps, 'table'>, task: Task): Promise<Interpretation | undefined> {
  if (task.task !== 'interpret' && task.task !== 'review-interpretation') return undefined;
  const earlier = async (): Promise<string | undefined> =>
    (await tasksOf(deps, task.subject)).find((t) => t.task === 'interpret' && t.decision)?.decision
      ?.interpretationId;
  const id = task.interpretationId ?? task.decision?.interpretationId ?? (await earlier());
  return id === undefined ? undefined : interpretations(deps.table).get(id);
}

async function ifThere<T>(loading: Promise<T>): Promise<T | undefined> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}
