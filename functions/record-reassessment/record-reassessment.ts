/** Takes a reassessment's decision over into the register; a release goes on to the reviews before publication. */
import { recordReassessmentInput } from '@gongkai/events/workflow.ts';
import { addYears, localDate } from '@gongkai/calendar/local-date.ts';
import type { Attribute } from '@gongkai/domain/attribute.ts';
import { type GovDocument, moveDocument, noteDocument } from '@gongkai/domain/document.ts';
import { append } from '@gongkai/domain/history.ts';
import type { Reassessment } from '@gongkai/domain/reassessment.ts';
import type { Decision } from '@gongkai/domain/task.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { decisionAction } from '../shared/applying.ts';
import { executionName } from '../shared/execution-name.ts';
import { writeReassessmentResult } from '../shared/reassessment-result.ts';
import { documentOf } from '../shared/step.ts';
import { documents, reassessments, tasks } from '../shared/stores.ts';

const attributeAfter: Record<Reassessment['outcome'], Attribute | undefined> = {
  keep: undefined,
  'on-request': 'on-request',
  withhold: 'withheld',
  redact: 'redacted',
  release: 'public',
};

export const createRecordReassessment =
  (deps: Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>) =>
  async (event: unknown): Promise<{ opened: boolean }> => {
    const step = recordReassessmentInput.parse(event);
    const { decision } = await tasks(deps.table).need(step.decided);
    if (!decision) throw new Error(`task ${step.decided} is not decided`);
    const before = await documentOf(deps, step);
    const { value: record } = await reassessments(deps.table).createOnce(
      recordOf(before, step.year, decision, executionName(step.documentId, step.year)),
    );
    await documents(deps.table).update(step.documentId, (d) =>
      d.lastReassessment === step.year ? d : takeOver(d, record, decision),
    );
    await writeReassessmentResult(deps, step.year);
    return { opened: record.outcome === 'release' || record.outcome === 'redact' };
  };

function recordOf(document: GovDocument, year: number, decision: Decision, id: string): Reassessment {
  const outcome = decision.outcome as Reassessment['outcome'];
  const attribute = attributeAfter[outcome] ?? document.attribute;
  const ground = decision.ground ?? document.ground;
  return {
    kind: 'reassessment',
    id,
    version: 0,
    documentId: document.id,
    year,
    department: document.department,
    outcome,
    before: { attribute: document.attribute, ...(document.ground ? { ground: document.ground } : {}) },
    after: { attribute, ...(attribute !== 'public' && ground ? { ground } : {}) },
    decidedAt: decision.at,
    history: append([], {
      at: decision.at,
      actor: decision.actor,
      action: 'reassessed',
      to: outcome,
      ...(decision.reason ? { reason: decision.reason } : {}),
      contentHash: decision.contentHash,
    }),
  };
}

function takeOver(document: GovDocument, record: Reassessment, decision: Decision): GovDocument {
  const { attribute, ground } = record.after;
  const changes: Partial<GovDocument> = {
    attribute,
    lastReassessment: record.year,
    reviewDate: addYears(localDate(decision.at), 1),
    ...(ground ? { ground } : {}),
    ...(decision.cuts ? { cuts: [...new Set([...document.cuts, ...decision.cuts])] } : {}),
    // Reviews of an earlier year do not count for a release now.
    approvals: record.outcome === 'release' || record.outcome === 'redact' ? [] : document.approvals,
  };
  const act = {
    at: decision.at,
    actor: decision.actor,
    action: decisionAction({ task: 'reassess' }, decision),
    reason: decision.reason,
  };
  if (attribute === document.attribute) return noteDocument(document, act, changes);
  const to = attribute === 'public' || attribute === 'redacted' ? 'in-review' : attribute;
  return moveDocument(document, to, act, changes);
}
