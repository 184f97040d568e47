/** A person's decision: one conditional write of the task, then the answer to the waiting workflow. */
import * as z from 'zod';
import { type TaskAnswer, withdrawalInput } from '@gongkai/events/workflow.ts';
import type { Attribute } from '@gongkai/domain/attribute.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import { corrected, type Corrections } from '@gongkai/domain/correction.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { InputRefused, NotAllowed, StalePage } from '@gongkai/domain/errors.ts';
import { append } from '@gongkai/domain/history.ts';
import type { Membership } from '@gongkai/domain/organisation.ts';
import { type Decision, reviewKinds, type Task, taskCancelled, taskKindName } from '@gongkai/domain/task.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { TokenClosed } from '@gongkai/platform/ports.ts';
import { decisionAction } from './applying.ts';
import { whyNotPublic } from './blocking.ts';
import { subjectOf } from './catalogue.ts';
import { correctionsFrom } from './correcting.ts';
import { checkDecision, type Judged } from './decision-rules.ts';
import { type CleanInput, type DecidingInput, decidingInputSchema } from './deciding-input.ts';
import { executionName } from './execution-name.ts';
import { filedUnder } from './filed-under.ts';
import { loadFindings } from './findings-file.ts';
import { timesHandedOn } from './handing-on.ts';
import { loadText } from './text-file.ts';
import { loadOrganisation, organisationWithFresh } from './organisation.ts';
import { documents, interpretations, tasks } from './stores.ts';
import { interpretationOf } from './submitting-interpretation.ts';
import { departmentsOfRight, mayDecide } from './who-may.ts';

type DecideDeps = Pick<Deps, 'table' | 'files' | 'workflow' | 'clock' | 'calendar'>;
export type DecideInput = DecidingInput & { taskId: string; person: Membership };

/**
 * Stores the decision and answers the workflow. A task that is not open any more comes back as it is with
 * `already: true`: that is an answer, not an error. Throws NotFound, {@link NotAllowed}, {@link StalePage},
 * {@link InputRefused}.
 */
export async function decideTask(
  deps: DecideDeps,
  { taskId, person, ...raw }: DecideInput,
): Promise<{ task: Task; already: boolean }> {
  const store = tasks(deps.table);
  const task = await store.need(taskId);
  if (task.state !== 'open') {
    await answerSoon(deps, task);
    return { task, already: true };
  }

  const document = await documents(deps.table).need(task.subject);
  const judges = departmentsOfRight(task, person, await loadOrganisation(deps));
  const permission = mayDecide(task, document, person, await organisationWithFresh(deps, judges));
  if (!permission.allowed) throw new NotAllowed(permission.reason);
  const input = parseInput(raw);
  if (input.contentHash !== task.contentHash || document.revision !== task.revision)
    throw new StalePage('您看到的内容已不是最新，请查看当前内容后重新办理。');
  checkDecision(task, document, input, await judgedBy(deps, task, input));
  const at = deps.clock.now().toISOString();
  await screenPublicWords(task, input, localDate(at));

  const handedIn =
    task.task === 'interpret' && input.interpretation
      ? interpretationOf(task, document, input.interpretation, permission.actor, at)
      : undefined;
  const corrections =
    task.task === 'confirm-attribute' && input.outcome !== 'return' && input.corrections
      ? correctionsFrom(document, input.corrections, localDate(at))
      : undefined;
  if (handedIn) await interpretations(deps.table).createOnce(handedIn);
  const decision = decisionOf(task, input, {
    actor: permission.actor,
    at,
    contentHash: task.contentHash,
    ...(handedIn ? { interpretationId: handedIn.id } : {}),
    ...(corrections ? { corrections } : {}),
    ...(await filing(deps, task, document, input, permission.actor.name, corrections)),
  });
  const stored = await store.update(taskId, (t) =>
    t.state === 'open' && timesHandedOn(t) === timesHandedOn(task) ? decided(t, decision) : t,
  );
  const won = stored.decision === decision;
  if (!won && handedIn && stored.decision?.interpretationId !== handedIn.id)
    await interpretations(deps.table).delete(handedIn.id);
  if (stored.state === 'open')
    throw new StalePage('这项任务刚刚转由他人办理，您的决定没有保存。请重新打开。');
  await answerSoon(deps, stored);
  return { task: stored, already: !won };
}

function parseInput(raw: DecidingInput): CleanInput {
  const parsed = decidingInputSchema.safeParse(raw);
  if (!parsed.success)
    throw new InputRefused(z.flattenError(parsed.error).formErrors[0] ?? firstIssue(parsed.error));
  return parsed.data;
}

const firstIssue = (error: z.ZodError): string =>
  error.issues[0]?.message ?? '提交的内容不完整，请检查后重新提交。';

/** What goes out with the decision, or is said of it in public, must carry neither secrets nor personal data. */
async function screenPublicWords(task: Task, input: CleanInput, today: LocalDate): Promise<void> {
  const { interpretation, outcome, reason = '' } = input;
  const refusal = interpretation
    ? await (await import('./interpretation-screening.ts')).whyInterpretationMayNot(interpretation, { today })
    : task.task === 'recheck' && outcome === 'withdraw'
      ? await whyNotPublic('撤下理由', reason, today)
      : undefined;
  if (refusal !== undefined) throw new InputRefused(refusal);
}

/** The text and what was found in it, read only when the decision speaks of it. */
async function judgedBy({ files }: DecideDeps, task: Task, input: CleanInput): Promise<Judged> {
  const speaks = task.task === 'publication-review' || input.cuts?.length || input.dismissed?.length;
  if (!speaks || input.outcome === 'return' || task.task === 'interpret') return { findings: [], files: [] };
  const [{ findings }, text] = await Promise.all([
    loadFindings(files, task.subject, task.revision),
    loadText(files, task.subject, task.revision),
  ]);
  return { findings, files: text.files };
}

const attributeAfter: Partial<Record<string, Attribute>> = {
  'on-request': 'on-request',
  withhold: 'withheld',
  redact: 'redacted',
  release: 'public',
};

/** Another item than the one it stands under, or another written date: the review says so, and the limit follows. */
async function filing(
  deps: DecideDeps,
  task: Task,
  document: GovDocument,
  { catalogueItem, outcome }: CleanInput,
  by: string,
  corrections: Corrections | undefined,
): Promise<Pick<Decision, 'filedUnder'>> {
  if (outcome !== 'approve' || !reviewKinds.includes(task.task)) return {};
  const before = document.filedUnder;
  const moved = catalogueItem !== undefined && catalogueItem !== before?.id;
  const id = moved ? catalogueItem : before?.id;
  if (id === undefined || (!moved && corrections?.writtenDate === undefined)) return {};
  const subject = await subjectOf(deps, id);
  if (!subject && !moved) return {};
  if (!subject) throw new InputRefused('请从列表中选择公开事项。');
  const reason = moved ? `${by}在“${taskKindName[task.task]}”中核定` : before?.reason;
  const dated = corrections ? { ...document, ...corrected(document, corrections) } : document;
  return { filedUnder: filedUnder(await deps.calendar(), dated, subject, reason) };
}

function decisionOf(
  task: Task,
  { outcome, reason, attribute, ground, cuts, dismissed }: CleanInput,
  facts: Pick<Decision, 'actor' | 'at' | 'contentHash' | 'interpretationId' | 'corrections' | 'filedUnder'>,
): Decision {
  if (outcome === 'return') return { outcome, reason, ...facts };
  const after = task.task === 'reassess' ? attributeAfter[outcome] : attribute;
  return {
    outcome,
    ...facts,
    ...(reason === undefined ? {} : { reason }),
    ...(after === undefined ? {} : { attribute: after }),
    ...(ground === undefined || after === 'public' ? {} : { ground }),
    ...(cuts?.length ? { cuts } : {}),
    ...(dismissed?.length ? { dismissed } : {}),
  };
}

const decided = (task: Task, decision: Decision): Task => ({
  ...task,
  state: 'decided',
  decision,
  closedAt: decision.at,
  history: append(task.history, {
    at: decision.at,
    actor: decision.actor,
    action: decisionAction(task, decision),
    from: 'open',
    to: 'decided',
    contentHash: decision.contentHash,
    ...(decision.reason === undefined ? {} : { reason: decision.reason }),
  }),
});

/** The decision is safe by now: when the workflow cannot be reached, the sweep over `tasks-by-closing` tells it. */
async function answerSoon(deps: DecideDeps, task: Task): Promise<void> {
  try {
    await answerDecided(deps, task);
  } catch {
    // See above.
  }
}

/**
 * Tells the workflow what was decided, or that nobody will. May run any number of times: a closed token has heard it
 * before, or its execution has ended. Throws when the workflow cannot be reached.
 */
export async function answerDecided(deps: Pick<Deps, 'table' | 'workflow'>, task: Task): Promise<void> {
  const { decision } = task;
  if (!decision && task.state !== 'cancelled') return;
  try {
    if (task.task === 'recheck') await afterRecheck(deps, task);
    else if (!decision) await deps.workflow.fail(task.token, taskCancelled, `task ${task.id} was cancelled`);
    else {
      const document = await documents(deps.table).need(task.subject);
      await deps.workflow.succeed(task.token, answerOf(task, decision, document));
    }
  } catch (error) {
    if (!(error instanceof TokenClosed)) throw error;
  }
}

/** No workflow waits for it: a withdrawal is a machine of its own, and started once by its name. */
async function afterRecheck({ workflow }: Pick<Deps, 'workflow'>, task: Task): Promise<void> {
  const { decision, subject } = task;
  if (decision?.outcome !== 'withdraw') return;
  const { id, name, role } = decision.actor;
  const reason = decision.reason ?? '';
  const input = withdrawalInput.parse({ documentId: subject, reason, actor: { id, name, role } });
  await workflow.start('withdrawal', executionName(subject, 'withdrawal'), input);
}

const answerOf = (task: Task, decision: Decision, document: GovDocument): TaskAnswer => ({
  taskId: task.id,
  outcome: decision.outcome,
  attribute: decision.attribute ?? document.attribute,
  interpretationId: decision.interpretationId ?? task.interpretationId ?? null,
});
