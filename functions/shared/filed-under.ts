/** Which item of the catalogue a document stands under, why, and by when that makes it public. */
import { publishBy } from '@gongkai/catalogue/publish-by.ts';
import { matchItem } from '@gongkai/catalogue/match.ts';
import type { Calendar } from '@gongkai/calendar/calendar.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import { itemName, publishersOn } from '@gongkai/domain/catalogue-item.ts';
import type { FiledUnder, GovDocument } from '@gongkai/domain/document.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { listedItems, type Subject, subjectOf } from './catalogue.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'calendar'>;
type Filed = Pick<GovDocument, 'department' | 'title' | 'metadata' | 'declared' | 'createdAt'>;

/** As declared; where only a field was declared, the item of that field that the title names. */
export async function proposeItem(
  deps: Needs,
  document: Filed,
): Promise<{ filed?: FiledUnder; subject?: Subject }> {
  const declared = await subjectOf(deps, document.declared.catalogueItem);
  if (!declared) return {};
  const found = await matchWithin(deps, document, declared);
  const subject = found?.subject ?? declared;
  return { subject, filed: filedUnder(await deps.calendar(), document, subject, found?.reason) };
}

async function matchWithin(
  deps: Needs,
  { title, metadata, department }: Filed,
  { field, item }: Subject,
): Promise<{ subject: Subject; reason: string } | undefined> {
  if (!field || item) return undefined;
  const today = localDate(deps.clock.now());
  const own = (await listedItems(deps, field)).filter(
    (i) => i.department === department || publishersOn(i, today).includes(department),
  );
  const match = matchItem(title || (metadata?.title ?? ''), '', own);
  const subject = match && (await subjectOf(deps, match.item.id));
  const reason = match && `标题中有“${match.words.join('”“')}”，与事项“${itemName(match.item)}”相符`;
  return subject && reason ? { subject, reason } : undefined;
}

/** Counted from the written date, or from the day it came in where it names none. */
export function filedUnder(
  calendar: Calendar,
  { metadata, createdAt }: Pick<GovDocument, 'metadata' | 'createdAt'>,
  { id, name, column, item }: Subject,
  reason?: string,
): FiledUnder {
  const written = metadata?.writtenDate ?? localDate(createdAt);
  return {
    id,
    name,
    column,
    ...(reason === undefined ? {} : { reason }),
    due: publishBy(calendar, written, item?.limit),
    ...(item ? { limit: item.limit.text } : {}),
  };
}
