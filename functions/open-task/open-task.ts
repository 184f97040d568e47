/**
 * Opens the task a waiting state stands for and mails it. The task's id follows from the execution, so that a
 * repeat finds it: an open one gets the newer token, a decided one answers at once.
 */
import { openTaskInput } from '@gongkai/events/workflow.ts';
import { recompute } from '@gongkai/calendar/recompute.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { officeId, type Organisation } from '@gongkai/domain/organisation.ts';
import { type Decision, type Task, taskAssignee } from '@gongkai/domain/task.ts';
import type * as z from 'zod';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { askByMail } from '../shared/asking-by-mail.ts';
import { firstAttention } from '../shared/attention.ts';
import { answerDecided } from '../shared/decide.ts';
import { linkFor, newTask, whoHas } from '../shared/new-task.ts';
import { loadOrganisation } from '../shared/organisation.ts';
import { advance } from '../shared/step.ts';
import { interpretations, tasks } from '../shared/stores.ts';

type Input = z.infer<typeof openTaskInput>;

export const createOpenTask =
  (deps: DepsWithoutFiles) =>
  async (event: unknown): Promise<{ taskId: string }> => {
    const input = openTaskInput.parse(event);
    const document = await advance(deps, input);
    const organisation = await loadOrganisation(deps);
    const wanted = await makeTask(deps, input, document, organisation);
    let { value: task } = await tasks(deps.table).createOnce(wanted);
    if (task.state === 'open' && task.token !== input.token)
      task = await tasks(deps.table).update(task.id, (t) =>
        t.state === 'open' ? { ...t, token: input.token, links: withLinksOf(deps, t) } : t,
      );
    if (task.state === 'decided') {
      await answerDecided(deps, { ...task, token: input.token });
      return { taskId: task.id };
    }
    await askByMail(deps, task, document, organisation);
    return { taskId: task.id };
  };

async function makeTask(
  deps: DepsWithoutFiles,
  input: Input,
  document: GovDocument,
  organisation: Organisation,
): Promise<Task> {
  const now = deps.clock.now();
  const { role, at } = taskAssignee[input.task];
  const department = whoHas(organisation, at === 'office' ? officeId : document.department, role);
  const calendar = await deps.calendar();
  const times = deps.settings.reviewTimes[role];
  const interpretation = input.interpretationId
    ? await interpretations(deps.table).need(input.interpretationId)
    : undefined;
  const returned = input.decided ? (await tasks(deps.table).get(input.decided))?.decision : undefined;
  const due =
    (input.task === 'interpret' || input.task === 'review-interpretation') && document.interpretationDue
      ? recompute(calendar, document.interpretationDue).deadline
      : calendar.deadline(
          localDate(now),
          input.task === 'reassess' ? deps.settings.reassessWithin : times.answerWithin,
        );
  return newTask(deps, organisation, {
    id: taskId(input),
    task: input.task,
    subject: document.id,
    revision: document.revision,
    title: document.title,
    contentHash: interpretation?.contentHash ?? contentOf(document, input),
    department,
    role,
    author: interpretation?.author ?? document.author,
    due,
    attentionAt: firstAttention(calendar, times, now),
    token: input.token,
    ...(input.interpretationId ? { interpretationId: input.interpretationId } : {}),
    ...noteOf(input, returned),
  });
}

function noteOf({ reason }: Input, decision: Decision | undefined): Pick<Task, 'note'> {
  if (reason) return { note: `上次没有发布的原因：${reason}` };
  return decision?.outcome === 'return' ? { note: `上次退回的原因：${decision.reason ?? ''}` } : {};
}

/** A place the task moved to has another key: links mailed before keep working, and so do those it will mail. */
function withLinksOf(deps: Pick<DepsWithoutFiles, 'links'>, { id, links, linkRound }: Task): Task['links'] {
  const ours = links.map(({ person }) => linkFor(deps, { id, linkRound }, person));
  return [...links, ...ours.filter((our) => !links.some((l) => l.hash === our.hash))];
}

/** One task per kind and round of an execution; reassessments carry their year. */
export const taskId = ({ documentId, revision, task, round, year }: Input): string =>
  [documentId, revision, ...(year ? [`y${year}`] : []), task, round].join('-');

const contentOf = (document: GovDocument, { task }: Input): string =>
  (task === 'approve-redaction' ? document.redactedHash : document.contentHash) ?? '';
