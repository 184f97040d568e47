/** The window after the last one: bounded, and without losing what is published out of turn. */
import { addDays, instantOf } from '@gongkai/calendar/local-date.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import type { DigestWindow, WindowEdge } from '@gongkai/domain/digest-window.ts';
import { sortable } from '@gongkai/domain/indexes.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { entries } from '../shared/stores.ts';

type Needs = Pick<Deps, 'table' | 'clock'>;

/** No county publishes so many a day; what is beyond is told the day after. */
const mostPublications = 1_000;
/** Publishing tries again for three days, a county's three days of numbers: what is missing then stays so. */
const missedFor = 200;
/** Writers and indexes of the last minute may not have settled. */
const settlingMs = 60_000;

export async function nextWindow(
  deps: Needs,
  last: DigestWindow | undefined,
  day: LocalDate,
): Promise<DigestWindow> {
  const after = last?.upTo ?? (await firstEdge(deps, day));
  return {
    kind: 'digest-window',
    id: 'newest',
    version: last?.version ?? 0,
    day,
    after,
    upTo: await edgeAfter(deps, after),
    isSent: false,
  };
}

async function edgeAfter({ table, clock }: Needs, after: WindowEdge): Promise<WindowEdge> {
  const numbers = new Set<number>();
  let page: string | undefined;
  do {
    const found = await entries(table).query('published-by-site', {
      partition: 'site',
      from: sortable(Math.min(after.number + 1, ...after.missing)),
      limit: 200,
      ...(page === undefined ? {} : { after: page }),
    });
    for (const { publication } of found.items) numbers.add(publication.siteNumber);
    page = found.next;
  } while (page !== undefined && numbers.size < mostPublications);
  const number = Math.max(after.number, ...numbers);
  const between = Array.from({ length: number - after.number }, (_, i) => after.number + 1 + i);
  return {
    number,
    missing: [...after.missing, ...between].filter((n) => !numbers.has(n) && n > number - missedFor),
    at: new Date(clock.now().getTime() - settlingMs).toISOString(),
  };
}

/** Nobody subscribed before the first window was; who did since hears of what came after. */
async function firstEdge({ table }: Needs, day: LocalDate): Promise<WindowEdge> {
  const { items } = await entries(table).query('published-by-site', {
    partition: 'site',
    descending: true,
    limit: 200,
  });
  const oldest = items.at(-1)?.publication.siteNumber ?? 1;
  return { number: oldest - 1, missing: [], at: instantOf(addDays(day, -7)).toISOString() };
}
