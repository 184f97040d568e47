/** A workbook of filled templates → items by field; a workbook with any error gives problems and nothing else. */
import { itemName } from '@gongkai/domain/catalogue-item.ts';
import { type Problem, type Sheet, squeezed } from './grid.ts';
import { createPublisherReader, type NamedDepartment } from './publisher-text.ts';
import { type ReadItem, readSheet, type SheetItems } from './read-sheet.ts';

export interface ReadingContext {
  departments: readonly NamedDepartment[];
  fields: readonly { id: string; name: string }[];
  /** The field the file is handed in for; sheets that name none are of this one. */
  field?: string;
}

export interface ReadWorkbook {
  /** Empty as soon as one problem is an error. */
  fields: { field: string; items: ReadItem[] }[];
  problems: Problem[];
}

/** All 26 fields with 200 items are 5,200 rows; beyond this the file is something else. */
export const mostRows = 20_000;
/** More help nobody. */
const mostProblems = 500;

export function readWorkbook(sheets: readonly Sheet[], context: ReadingContext): ReadWorkbook {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows > mostRows)
    return refused(sheets[0], `文件共有 ${rows} 行，超过 ${mostRows} 行：请按领域分成几个文件上传。`);
  const publishersOf = createPublisherReader(context.departments);
  const problems: Problem[] = [];
  const byField = new Map<string, ReadItem[]>();
  let found = 0;
  for (const sheet of sheets) {
    const read = readSheet(sheet, publishersOf);
    if (!read) continue;
    found += 1;
    if (sheet.hidden) {
      problems.push({ severity: 'note', sheet: sheet.name, message: '这张工作表是隐藏的，没有导入。' });
      continue;
    }
    problems.push(...read.problems);
    const field = fieldOf(read, context, problems);
    if (field) byField.set(field, [...(byField.get(field) ?? []), ...read.items]);
  }
  if (found === 0)
    return refused(
      sheets[0],
      '没有找到目录表：请使用统一的模板，表头要有“一级事项、公开内容、公开依据、公开时限”等列。',
    );
  for (const items of byField.values()) problems.push(...contradictions(items));
  if (
    problems.every((p) => p.severity !== 'error') &&
    [...byField.values()].every((items) => items.length === 0)
  )
    problems.push({
      severity: 'error',
      sheet: sheets[0]!.name,
      message: '表中没有公开事项：请至少填写一行。',
    });
  const failed = problems.some((p) => p.severity === 'error');
  return {
    fields: failed ? [] : [...byField].map(([field, items]) => ({ field, items })),
    problems: bounded(problems),
  };
}

const refused = (sheet: Sheet | undefined, message: string): ReadWorkbook => ({
  fields: [],
  problems: [{ severity: 'error', sheet: sheet?.name ?? '', message }],
});

/** Errors first to go in, so that none is lost to a bound. */
function bounded(problems: readonly Problem[]): Problem[] {
  if (problems.length <= mostProblems) return [...problems];
  const rank = { error: 0, warning: 1, note: 2 };
  const kept = problems.toSorted((a, b) => rank[a.severity] - rank[b.severity]).slice(0, mostProblems);
  const { severity, sheet } = kept[0]!;
  const message = `共有 ${problems.length} 处问题，这里列出前 ${mostProblems} 处；改好后重新上传，其余的会再列出。`;
  return [{ severity, sheet, message }, ...kept];
}

/** The field that title or sheet name speaks of; the longest name wins (社会救助 before 救灾). */
function fieldOf(
  { sheet, titles, items }: SheetItems,
  { fields, field: wanted }: ReadingContext,
  problems: Problem[],
): string | undefined {
  const texts = [squeezed(sheet), ...titles];
  const named = fields
    .filter(({ name }) => texts.some((text) => text.includes(squeezed(name))))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  const tell = (message: string): void => void problems.push({ severity: 'error', sheet, message });
  if (wanted === undefined && !named) {
    if (items.length > 0)
      tell('看不出这张表属于哪个领域：请把领域名称写在标题或工作表名称里，例如“社会救助”。');
    return undefined;
  }
  if (wanted !== undefined && named && named.id !== wanted) {
    tell(`这张表写的是“${named.name}”领域，与要报送的领域不同。`);
    return undefined;
  }
  return wanted ?? named?.id;
}

/** One item, one row: the same names twice are either a repetition or a contradiction, and both need a person. */
function contradictions(items: readonly ReadItem[]): Problem[] {
  const seen = new Map<string, ReadItem>();
  return items.flatMap((item) => {
    const key = squeezed(itemName(item.content));
    const before = seen.get(key);
    seen.set(key, before ?? item);
    if (!before) return [];
    const where =
      before.sheet === item.sheet ? `第 ${before.row} 行` : `工作表“${before.sheet}”第 ${before.row} 行`;
    const message =
      JSON.stringify(before.content) === JSON.stringify(item.content)
        ? `与${where}完全相同，请删去一行。`
        : `与${where}是同一事项“${itemName(item.content)}”，但内容不一致：请合并为一行，或者写明不同的二级事项。`;
    return [{ severity: 'error', sheet: item.sheet, row: item.row, message } satisfies Problem];
  });
}
