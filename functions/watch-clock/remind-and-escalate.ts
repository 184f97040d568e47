/** Reminders to whoever has the task; later, deputies and the county office hear of it. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { append, system } from '@gongkai/domain/history.ts';
import { type Membership, officeId, type Organisation } from '@gongkai/domain/organisation.ts';
import { isDocumentTask, type Task } from '@gongkai/domain/task.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { nextAttention } from '../shared/attention.ts';
import { eachToItsEnd } from '../shared/each-to-its-end.ts';
import { nextFilingAttention } from '../shared/filing-attention.ts';
import { escalationMail, reminderMail } from '../shared/mails.ts';
import { linkFor, opaqueFor, recipients } from '../shared/new-task.ts';
import { loadOrganisation } from '../shared/organisation.ts';
import { pageTaskEscalationMail, pageTaskReminderMail } from '../shared/page-task-mails.ts';
import { documents, tasks } from '../shared/stores.ts';

/** One sweep's share; the next sweep takes the rest. */
const perSweep = 200;

export async function remindAndEscalate(deps: DepsWithoutFiles): Promise<void> {
  const now = deps.clock.now();
  const { items } = await tasks(deps.table).query('tasks-by-attention', {
    partition: 'open',
    to: `${now.toISOString()}~`,
    limit: perSweep,
  });
  if (items.length === 0) return;
  const organisation = await loadOrganisation(deps);
  const calendar = await deps.calendar();
  await eachToItsEnd(items, async (task) => {
    const next =
      task.task === 'file-catalogue'
        ? nextFilingAttention(calendar, task, now)
        : nextAttention(calendar, deps.settings.reviewTimes[task.role], task, now);
    // Mail before noting: a repeat sends the same mail id, which goes out once.
    if (!isDocumentTask(task)) await tellOfPageTask(deps, task, next.act, organisation);
    else {
      const document = await documents(deps.table).need(task.subject);
      if (next.act === 'remind') await remind(deps, task, document, organisation);
      else await escalate(deps, task, document, organisation);
    }
    await tasks(deps.table).update(task.id, (t) =>
      t.attentionAt === task.attentionAt ? noted(deps, t, next, now) : t,
    );
  });
}

function noted(
  deps: Pick<DepsWithoutFiles, 'links'>,
  task: Task,
  { act, attentionAt }: ReturnType<typeof nextAttention>,
  now: Date,
): Task {
  if (task.state !== 'open') return task;
  return {
    ...task,
    links: act === 'remind' ? mailedLinks(deps, task) : task.links,
    attentionAt,
    remindersSent: task.remindersSent + (act === 'remind' ? 1 : 0),
    escalated: task.escalated || act === 'escalate',
    history: append(task.history, {
      at: now.toISOString(),
      actor: system,
      action: act === 'remind' ? 'reminded' : 'escalated',
    }),
  };
}

async function remind(
  deps: DepsWithoutFiles,
  task: Task,
  document: GovDocument,
  organisation: Organisation,
): Promise<void> {
  await eachToItsEnd(task.links, async ({ person: id }) => {
    const person = organisation.person(id)?.person;
    if (!person) return;
    const opaque = opaqueFor(deps, task, id);
    await deps.mail.send(
      reminderMail(deps.settings, { task, document, person, opaque }, task.remindersSent + 1),
    );
  });
}

/** The same as before, unless the county has another link key since: then only the links just mailed are good. */
const mailedLinks = (deps: Pick<DepsWithoutFiles, 'links'>, task: Task): Task['links'] =>
  [...new Set(task.links.map((l) => l.person))].map((person) => linkFor(deps, task, person));

async function tellOfPageTask(
  deps: DepsWithoutFiles,
  task: Task,
  act: 'remind' | 'escalate',
  organisation: Organisation,
): Promise<void> {
  const name = organisation.departmentName(task.department);
  const told = act === 'remind' ? recipients(task, organisation) : whoWatches(task, organisation);
  await eachToItsEnd(told, ({ person }) =>
    deps.mail.send(
      act === 'remind'
        ? pageTaskReminderMail(deps.settings, task, person, task.remindersSent + 1)
        : pageTaskEscalationMail(deps.settings, task, person, name),
    ),
  );
}

async function escalate(
  deps: DepsWithoutFiles,
  task: Task,
  document: GovDocument,
  organisation: Organisation,
): Promise<void> {
  const departmentName = organisation.departmentName(task.department);
  await eachToItsEnd(whoWatches(task, organisation), ({ person }) =>
    deps.mail.send(escalationMail(deps.settings, task, document, person, departmentName)),
  );
}

/** Deputies, and the county office. */
function whoWatches(task: Task, organisation: Organisation): Membership[] {
  const told = new Map<string, Membership>();
  for (const holder of organisation.holders(task.department, task.role)) {
    const deputy = organisation.deputyOf(holder.person.id);
    if (deputy) told.set(deputy.person.id, deputy);
  }
  for (const editor of organisation.holders(officeId, 'office-editor')) told.set(editor.person.id, editor);
  return [...told.values()];
}
