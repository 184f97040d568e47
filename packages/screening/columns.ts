/** What the columns of a list of people tell about them: one find for each column, on its heading. */
import type { Label } from './labels.ts';
import { isLeast } from './least-data.ts';
import { onHeading, type Placed } from './on-heading.ts';
import { cellText, type Column, type Table } from './tables.ts';
import type { FindingKind, Severity } from './types.ts';

/** 《个人信息保护法》 names no number; from three on it is a list and no longer a mention. */
export const listFrom = 3;

const columnKinds: readonly [Label, FindingKind][] = [
  ['identity', 'sensitive-column'],
  ['account', 'sensitive-column'],
  ['certificate', 'sensitive-column'],
  ['health', 'health'],
  ['disability', 'disability'],
  ['guardian', 'minor'],
  ['school', 'minor'],
  ['hardship', 'hardship'],
  ['religion', 'religion'],
  ['birth', 'birth-date'],
  ['address', 'address'],
  ['group', 'address'],
  ['ethnicity', 'ethnicity'],
  ['phone', 'sensitive-column'],
  ['email', 'sensitive-column'],
  ['social', 'sensitive-column'],
  ['plate', 'sensitive-column'],
  ['bank', 'sensitive-column'],
  ['family', 'sensitive-column'],
];

export function findColumns(table: Table, today: string): Placed[] {
  if (!table.persons) return [];
  return table.columns.flatMap((column, c) => {
    const { place } = column;
    if (!place || column.values === 0) return [];
    const found = kindOf(column, table);
    if (!found) return [];
    const hit = onHeading(place.row, place.cell, ...found);
    return [
      { line: place.row.index, hit: isLeast(hit.kind, table, c, today) ? { ...hit, leastData: true } : hit },
    ];
  });
}

function kindOf(column: Column, table: Table): [FindingKind, Severity, string] | undefined {
  const why = `所在表格列出了个人，这一栏有 ${column.values} 格内容。`;
  const kind = columnKinds.find(([label]) => column.labels.includes(label))?.[1];
  if (kind) return [kind, table.officials ? 'note' : 'review', why];
  if (!column.labels.includes('name') && !column.labels.includes('named-role')) return undefined;
  const list = column.labels.includes('name') && !table.officials && column.values >= listFrom;
  return ['person-list', list ? 'review' : 'note', why];
}

const hints: readonly [FindingKind, RegExp][] = [
  ['disability', /(?:视力|听力|言语|肢体|智力|精神|多重)(?:残疾)?[一二三四1-4]级/],
  ['hardship', /^(?:因病|因残|因学|因灾|缺劳动?力|缺资金|缺技术|因婚|因丧|自身发展(?:动力)?不足)/],
  [
    'health',
    /癌|肿瘤|白血病|尿毒症|艾滋|HIV|乙肝|肝硬化|结核|精神(?:分裂|障碍|病)|抑郁|癫痫|糖尿病|高血压|冠心病|脑梗|脑瘫|心脏病|肾衰|透析|慢性病|大病/,
  ],
  ['religion', /^(?:基督教|天主教|伊斯兰教|佛教|南传佛教|道教)(?:信徒|徒)?$/],
  ['address', /(?:\d{1,4}|[一二三四五六七八九十]{1,3})(?:村民小组|号|组|栋|幢|单元|室)$/],
];

/** Cells of a list that tell about a person under a heading that does not say so, or under none. */
export function findCells(table: Table): Placed[] {
  if (!table.persons || table.officials) return [];
  const found = new Map<string, { kind: FindingKind; column: Column; places: Placed[] }>();
  for (const row of table.rows) {
    if (row.heads) continue;
    for (const [c, column] of table.columns.entries()) {
      if (columnKinds.some(([label]) => column.labels.includes(label))) continue;
      const kind = kindOfCell(cellText(row, c).trim(), column);
      if (!kind) continue;
      const key = `${kind} ${c}`;
      const group = found.get(key) ?? { kind, column, places: [] };
      found.set(key, group);
      group.places.push({
        line: row.index,
        hit: {
          kind,
          severity: 'review',
          ...row.cells[c]!,
          why: '所在表格列出了个人，这一格写的是他的情况。',
        },
      });
    }
  }
  return [...found.values()].flatMap(together);
}

function kindOfCell(value: string, column: Column): FindingKind | undefined {
  if (value.length < 2 || value.length > 60 || /^[\d.]+$/.test(value)) return undefined;
  if (column.labels.includes('age')) return undefined;
  return hints.find(([, pattern]) => pattern.test(value))?.[0];
}

/** Many cells of a column are told once, on its heading. */
function together({
  kind,
  column,
  places,
}: {
  kind: FindingKind;
  column: Column;
  places: Placed[];
}): Placed[] {
  const { place } = column;
  if (!place || places.length < listFrom) return places;
  const why = `所在表格列出了个人，这一栏有 ${places.length} 格写的是他们的情况。`;
  return [{ line: place.row.index, hit: onHeading(place.row, place.cell, kind, 'review', why) }];
}
