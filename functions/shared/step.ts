/** Steps of the workflow begin alike: the document of this revision, with the decision that led here applied. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { WrongState } from '@gongkai/domain/errors.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { applyDecision } from './applying.ts';
import { documents, tasks } from './stores.ts';

export interface Step {
  documentId: string;
  revision: number;
  decided?: string | null | undefined;
}

/** A newer revision has taken over. */
export class Overtaken extends WrongState {}

/** Throws {@link Overtaken}. */
export async function documentOf({ table }: Pick<Deps, 'table'>, step: Step): Promise<GovDocument> {
  return sameRevision(await documents(table).need(step.documentId), step);
}

/** The document as {@link advance} would leave it; nothing is written. */
export async function preview(deps: Pick<Deps, 'table'>, step: Step): Promise<GovDocument> {
  const decide = await deciding(deps, step);
  return decide(await documentOf(deps, step));
}

/**
 * One conditional write: applies the decision and then `change`, both pure. Nothing is written when both leave
 * the document as it is. Throws {@link Overtaken}.
 */
export async function advance(
  deps: Pick<Deps, 'table'>,
  step: Step,
  change: (document: GovDocument) => GovDocument = (d) => d,
): Promise<GovDocument> {
  const decide = await deciding(deps, step);
  return documents(deps.table).update(step.documentId, (d) => change(decide(sameRevision(d, step))));
}

async function deciding(
  { table }: Pick<Deps, 'table'>,
  { decided }: Step,
): Promise<(document: GovDocument) => GovDocument> {
  if (!decided) return (d) => d;
  const task = await tasks(table).need(decided);
  return (d) => applyDecision(d, task);
}

function sameRevision(document: GovDocument, { revision }: Step): GovDocument {
  if (document.revision === revision) return document;
  throw new Overtaken(
    `文件已有第 ${document.revision} 版，第 ${revision} 版的流程到此为止。`,
    document.state,
  );
}
