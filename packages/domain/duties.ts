/** Separation of duties, read back from what happened: whoever drafts does not judge, and no one judges alone. */
import type { GovDocument } from './document.ts';
import { separateStations, type TaskKind, taskKindName } from './task.ts';

/** One Chinese sentence for each breach in the approvals that stand on a document. */
export function breachesOf({ author, approvals }: Pick<GovDocument, 'author' | 'approvals'>): string[] {
  const own = approvals
    .filter((a) => a.actor.id === author)
    .map((a) => `提交人自己办理了“${taskKindName[a.kind as TaskKind]}”`);
  const twice = approvals.flatMap((a, i) =>
    approvals
      .slice(i + 1)
      .filter((b) => b.actor.id === a.actor.id && b.contentHash === a.contentHash)
      .filter((b) => separateStations[a.kind as TaskKind]?.includes(b.kind as TaskKind))
      .map((b) => `同一人办理了“${taskKindName[a.kind as TaskKind]}”和“${taskKindName[b.kind as TaskKind]}”`),
  );
  return [...own, ...twice];
}
