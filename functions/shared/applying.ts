/** Folds a decided task into its document. Pure and idempotent: steps of the workflow may run twice. */
import { type Attribute, needsGround } from '@gongkai/domain/attribute.ts';
import { corrected, correctionText } from '@gongkai/domain/correction.ts';
import { mergeCuts, targetOf } from '@gongkai/domain/cut.ts';
import { type GovDocument, noteDocument } from '@gongkai/domain/document.ts';
import { type Decision, reviewKinds, type Task } from '@gongkai/domain/task.ts';

/** How a decision stands in a history: `secrecy-review:approve`. */
export const decisionAction = (task: Pick<Task, 'task'>, decision: Pick<Decision, 'outcome'>): string =>
  `${task.task}:${decision.outcome}`;

/**
 * Takes over approval, attribute, ground, cuts and dismissals with one history entry by the decider. Returns the
 * same object when there is nothing to take over: not decided, another revision or content, or applied already.
 * A return changes nothing here; returning the document is a move of its own.
 */
export function applyDecision(document: GovDocument, task: Task): GovDocument {
  const { decision } = task;
  if (!decision || decision.outcome === 'return') return document;
  if (task.subject !== document.id || task.revision !== document.revision) return document;
  if (isApplied(document, task, decision)) return document;
  const act = {
    at: decision.at,
    actor: decision.actor,
    action: decisionAction(task, decision),
    reason: reasonOf(document, decision),
  };
  if (task.task === 'interpret' || task.task === 'review-interpretation')
    return noteDocument(document, act, {});
  if (decision.contentHash !== document.contentHash && decision.contentHash !== document.redactedHash)
    return document;

  const attribute = decision.attribute ?? document.attribute;
  return noteDocument(document, act, {
    ...(decision.corrections ? corrected(document, decision.corrections) : {}),
    attribute,
    ...(decision.filedUnder ? { filedUnder: decision.filedUnder } : {}),
    ground: groundOf(document, decision, attribute),
    cuts: mergeCuts(
      document.cuts,
      decision.cuts ?? [],
      decision.dismissed?.map((d) => d.finding),
    ),
    dismissed: mergeDismissed(document, decision),
    approvals: isApproval(task, decision)
      ? [
          ...document.approvals,
          {
            kind: task.task,
            taskId: task.id,
            actor: decision.actor,
            at: decision.at,
            contentHash: decision.contentHash,
          },
        ]
      : document.approvals,
  });
}

/** What was corrected stands in the history beside the decider's own words. */
const reasonOf = (document: GovDocument, { reason, corrections }: Decision): string | undefined =>
  corrections ? [correctionText(document, corrections), reason].filter(Boolean).join(' ') : reason;

const isApproval = (task: Task, decision: Decision): boolean =>
  decision.outcome === 'approve' && reviewKinds.includes(task.task);

const isApplied = (document: GovDocument, task: Task, decision: Decision): boolean =>
  document.approvals.some((a) => a.taskId === task.id) ||
  document.history.some(
    (entry) =>
      entry.at === decision.at &&
      entry.actor.id === decision.actor.id &&
      entry.action === decisionAction(task, decision),
  );

/** A ground belongs to what is held back: fully public has none. */
const groundOf = (document: GovDocument, decision: Decision, attribute: Attribute): GovDocument['ground'] =>
  needsGround(attribute) ? (decision.ground ?? document.ground) : undefined;

/** The later reason stands for a finding dismissed twice; what is cut after all is dismissed no more. */
function mergeDismissed(document: GovDocument, decision: Decision): GovDocument['dismissed'] {
  const later = decision.dismissed ?? [];
  const again = new Set([...later.map((d) => d.finding), ...(decision.cuts ?? []).map(targetOf)]);
  return [...document.dismissed.filter((d) => !again.has(d.finding)), ...later];
}
