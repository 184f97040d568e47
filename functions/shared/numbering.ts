/** Numbers that are given once and never again: index numbers and the running numbers of the lists. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { Publication } from '@gongkai/domain/publication.ts';

/** There is no national rule for index numbers; the county's template decides (settings). */
export async function nextIndexNumber(
  { table, settings, clock }: Pick<Deps, 'table' | 'settings' | 'clock'>,
  departmentCode: string,
): Promise<string> {
  const year = localDate(clock.now()).slice(0, 4);
  const number = await table.increment(`index-number#${departmentCode}#${year}`);
  const parts: Record<string, string> = {
    region: settings.region,
    department: departmentCode,
    year,
    number: String(number).padStart(5, '0'),
  };
  return settings.indexNumberTemplate.replace(/\{(\w+)\}/g, (all, name: string) => parts[name] ?? all);
}

type Numbers = Pick<Publication, 'siteNumber' | 'columnNumber' | 'departmentNumber' | 'item' | 'itemNumber'>;

/** Gaps are fine (a step that ran twice burns a number); reuse is not. `item` of the catalogue: it has a list, too. */
export async function nextListNumbers(
  { table }: Pick<Deps, 'table'>,
  column: string,
  department: string,
  item?: string,
): Promise<Numbers> {
  const [siteNumber, columnNumber, departmentNumber, itemNumber] = await Promise.all([
    table.increment('list#site#site'),
    table.increment(`list#column#${column}`),
    table.increment(`list#department#${department}`),
    item === undefined ? undefined : table.increment(`list#item#${item}`),
  ]);
  return {
    siteNumber,
    columnNumber,
    departmentNumber,
    ...(item === undefined || itemNumber === undefined ? {} : { item, itemNumber }),
  };
}
