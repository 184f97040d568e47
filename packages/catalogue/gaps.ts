/** Where the catalogue's promise is not kept: pure, from what is known about each item. */
import { addDays, addMonths, addYears } from '@gongkai/calendar/local-date.ts';
import type { Due } from '@gongkai/domain/catalogue-limit.ts';
import { type CatalogueItem, itemName } from '@gongkai/domain/catalogue-item.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { nextYearly } from './publish-by.ts';

export const gapNames = {
  'no-document': '没有公开信息',
  stale: '超过更新期限',
  overdue: '有文件逾期未公开',
  'no-column': '没有栏目',
} as const;
export type GapKind = keyof typeof gapNames;

export interface ItemFacts {
  /** Local date of the newest publication. */
  newest?: LocalDate | undefined;
  /** Documents in review whose time is over. */
  overdue: number;
  hasColumn: boolean;
}

export interface Gap {
  item: string;
  name: string;
  kind: GapKind;
  /** Chinese. */
  detail: string;
}

/** Columns of notices may not stand still for longer (国办秘函〔2019〕19号). */
const quietMonths = 6;
const cycleDays: Record<Extract<Due, { kind: 'every' }>['period'], number> = {
  week: 7,
  month: 31,
  quarter: 92,
  'half-year': 184,
  year: 366,
};

/** Items on request only owe nothing to the site. */
export function gapsOf(
  item: CatalogueItem,
  { newest, overdue, hasColumn }: ItemFacts,
  today: LocalDate,
): Gap[] {
  if (!item.proactive) return [];
  const gap = (kind: GapKind, detail: string): Gap => ({ item: item.id, name: itemName(item), kind, detail });
  const stale = newest === undefined ? undefined : staleSince(item.limit.due, newest, today);
  return [
    ...(hasColumn ? [] : [gap('no-column', '网站上还没有这个事项的栏目')]),
    ...(newest === undefined ? [gap('no-document', `自 ${item.since} 列入目录以来没有公开过信息`)] : []),
    ...(stale === undefined
      ? []
      : [gap('stale', `最近一次公开是 ${newest}，应当在 ${stale} 前更新（${item.limit.text}）`)]),
    ...(overdue === 0 ? [] : [gap('overdue', `${overdue} 份文件已过公开期限，还在审查中`)]),
  ];
}

/** The day before which something newer was due; undefined while the item is in time. */
function staleSince(due: Due | undefined, newest: LocalDate, today: LocalDate): LocalDate | undefined {
  const by = nextDue(due, newest);
  return by !== undefined && by < today ? by : undefined;
}

/** Of an item whose limit follows events nobody can say when the next is due. */
function nextDue(due: Due | undefined, newest: LocalDate): LocalDate | undefined {
  if (due?.kind === 'every') return addDays(newest, cycleDays[due.period]);
  if (due?.kind === 'at-once') return addMonths(newest, quietMonths);
  // What came out up to a year before the day was that year's.
  return due?.kind === 'yearly' ? addYears(nextYearly(due, newest), 1) : undefined;
}
