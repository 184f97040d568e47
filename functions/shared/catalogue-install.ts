/** A catalogue that was judged elsewhere comes in as a whole: every part drafted, filed and approved in one go. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { ItemContent } from '@gongkai/domain/catalogue-item.ts';
import type { Actor } from '@gongkai/domain/history.ts';
import { approvePart, filePart, saveDraft } from './catalogue-filing.ts';
import { type SettleDeps, settlePart } from './catalogue-settle.ts';

interface Part {
  field: string;
  department: string;
  rows: readonly ItemContent[];
}

/** May run again: a part that is what it should be stays as it is. */
export async function installCatalogue(
  deps: SettleDeps,
  parts: readonly Part[],
  { actor, reason }: { actor: Actor; reason: string },
): Promise<void> {
  const from = localDate(deps.clock.now());
  for (const { field, department, rows } of parts) {
    const draft = await saveDraft(deps, { field, department, rows, actor });
    if (!draft.draft) continue;
    const judge = { part: draft.id, actor, reason, contentHash: draft.draft.sha256 };
    await filePart(deps, judge);
    await settlePart(deps, await approvePart(deps, { ...judge, from }));
  }
}
