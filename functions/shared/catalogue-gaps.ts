/** The gap report: one bounded question for each item, and one pass over what is in review. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { type Gap, gapNames, gapsOf } from '@gongkai/catalogue/gaps.ts';
import type { CatalogueField } from '@gongkai/domain/catalogue-field.ts';
import { type CatalogueItem, publishersOn } from '@gongkai/domain/catalogue-item.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { listedItems } from './catalogue.ts';
import { loadFields } from './catalogue-columns.ts';
import { loadEdition } from './catalogue-files.ts';
import { writtenCatalogue } from './catalogue-site.ts';
import { documents, entries } from './stores.ts';

export interface ReportedGap extends Gap {
  field: string;
  fieldName: string;
  /** Ids; the first has to act. */
  departments: string[];
}
export interface GapReport {
  /** Local date. */
  on: string;
  items: number;
  gaps: ReportedGap[];
}

type Needs = Pick<Deps, 'table' | 'files' | 'clock'>;

/** Of one department's items, or of all. */
export async function gapReport(
  deps: Needs,
  { department }: { department?: string | undefined } = {},
): Promise<GapReport> {
  const on = localDate(deps.clock.now());
  const [overdue, written] = await Promise.all([overdueDocuments(deps, on), writtenCatalogue(deps)]);
  const report: GapReport = { on, items: 0, gaps: [] };
  for (const field of await loadFields(deps)) {
    const items = (await listedItems(deps, field)).filter(
      (item) => department === undefined || responsible(item, on).includes(department),
    );
    if (items.length === 0) continue;
    report.items += items.length;
    const columns = await idsWithColumn(deps, field, written.editions[field.id]);
    report.gaps.push(...(await gapsIn(deps, field, items, { on, overdue, columns })));
  }
  return report;
}

const responsible = (item: CatalogueItem, on: string): string[] => [
  ...new Set([item.department, ...publishersOn(item, on)]),
];

interface Known {
  on: string;
  /** Item id → documents whose time is over. */
  overdue: ReadonlyMap<string, number>;
  columns: ReadonlySet<string>;
}

const atOnce = 16;

async function gapsIn(
  deps: Needs,
  field: CatalogueField,
  items: readonly CatalogueItem[],
  { on, overdue, columns }: Known,
): Promise<ReportedGap[]> {
  const gaps: ReportedGap[] = [];
  for (let i = 0; i < items.length; i += atOnce) {
    const few = items.slice(i, i + atOnce);
    const newest = await Promise.all(few.map((item) => newestUnder(deps, item.id)));
    for (const [n, item] of few.entries()) {
      const facts = {
        newest: newest[n],
        overdue: overdue.get(item.id) ?? 0,
        hasColumn: columns.has(item.id),
      };
      const about = { field: field.id, fieldName: field.name, departments: responsible(item, on) };
      gaps.push(...gapsOf(item, facts, on).map((gap) => Object.assign(gap, about)));
    }
  }
  return gaps;
}

async function newestUnder({ table }: Needs, item: string): Promise<string | undefined> {
  const query = { partition: item, descending: true, limit: 1 };
  const { items } = await entries(table).query('published-by-item', query);
  return items[0] && localDate(items[0].publication.publishedAt);
}

async function overdueDocuments({ table }: Needs, on: string): Promise<Map<string, number>> {
  const overdue = new Map<string, number>();
  for await (const { filedUnder } of documents(table).all('documents-by-state', 'in-review'))
    if (filedUnder && filedUnder.due.date < on)
      overdue.set(filedUnder.id, (overdue.get(filedUnder.id) ?? 0) + 1);
  return overdue;
}

/** Those of the edition whose pages were written last. */
async function idsWithColumn(
  { files }: Needs,
  field: CatalogueField,
  sha256: string | undefined,
): Promise<Set<string>> {
  if (sha256 === undefined) return new Set();
  return new Set((await loadEdition(files, field.id, sha256)).items.map((item) => item.id));
}

export const gapHeadings = ['领域', '公开事项', '缺口', '说明', '责任部门', '事项编号'];
export const gapRow = (gap: ReportedGap, nameOf: (department: string) => string): string[] => [
  gap.fieldName,
  gap.name,
  gapNames[gap.kind],
  gap.detail,
  gap.departments.map(nameOf).join('、'),
  gap.item,
];
