/** Items as the official template shows them: two heading rows, 14 columns, the first level merged. */
import {
  type Channel,
  channels,
  type CatalogueItem,
  type ItemContent,
} from '@gongkai/domain/catalogue-item.ts';
import { groupHeadings, type Leaf, leafColumns } from './leaf-columns.ts';

const chosen = '■';
const empty = '□';

export interface TemplateCell {
  text: string;
  /** How many rows or columns it spans, itself included. */
  down?: number;
  across?: number;
  heading?: true;
}
/** Undefined: covered by a span, or outside. */
export type TemplateRow = (TemplateCell | undefined)[];

const headingRows = (): [TemplateRow, TemplateRow] => {
  const above: TemplateRow = [];
  const below: TemplateRow = [];
  for (const [i, { group, heading }] of leafColumns.entries()) {
    const across = leafColumns.filter((c) => c.group !== undefined && c.group === group).length;
    if (group === undefined) {
      above[i] = { text: heading, down: 2, heading: true };
      below[i] = undefined;
    } else {
      const first = leafColumns[i - 1]?.group !== group;
      above[i] = first ? { text: groupHeadings[group].heading, across, heading: true } : undefined;
      below[i] = { text: heading, heading: true };
    }
  }
  return [above, below];
};

/** Text of one leaf column. `number` counts from 1. */
export function leafText(leaf: Leaf, item: ItemContent, number: number): string {
  switch (leaf) {
    case 'number':
      return String(number);
    case 'limit':
      return item.limit.text;
    case 'publishers':
      return item.publishers.map((p) => p.name).join('、');
    case 'channels':
      return channelsText(item);
    case 'groups':
      return item.groups === '' ? '' : `${chosen}${item.groups}`;
    case 'everyone':
    case 'proactive':
    case 'onRequest':
    case 'county':
    case 'township':
      return item[leaf] ? '√' : '';
    case 'first':
    case 'second':
    case 'content':
    case 'basis':
      return item[leaf];
    default:
      return leaf satisfies never;
  }
}

/** Every channel of the template with its box, then 其他 with what is named there. */
export function channelsText({
  channels: ids,
  otherChannels,
}: Pick<ItemContent, 'channels' | 'otherChannels'>): string {
  const box = (yes: boolean): string => (yes ? chosen : empty);
  const named = (Object.keys(channels) as Channel[]).map((id) => `${box(ids.includes(id))}${channels[id]}`);
  const others = otherChannels.map((name) => `${chosen}其他：${name}`);
  return [...named, ...(others.length > 0 ? others : [`${empty}其他`])].join('\n');
}

/** Title, two heading rows, one row for each item. Neighbours with the same first level share one merged cell. */
export function templateRows(title: string, items: readonly CatalogueItem[]): TemplateRow[] {
  const titleRow: TemplateRow = [{ text: title, across: leafColumns.length, heading: true }];
  const spans = firstLevelSpans(items);
  const body = items.map((item, i) =>
    leafColumns.map(({ leaf }): TemplateCell | undefined => {
      const text = leafText(leaf, item, i + 1);
      const down = leaf === 'first' ? spans[i]! : 1;
      return down === 0 ? undefined : down === 1 ? { text } : { text, down };
    }),
  );
  return [titleRow, ...headingRows(), ...body];
}

/** For each item how many rows its first-level cell spans; 0 where it is covered by the one above. */
function firstLevelSpans(items: readonly CatalogueItem[]): number[] {
  const spans: number[] = [];
  let start = 0;
  for (const [i, { first }] of items.entries()) {
    if (i === 0 || items[start]!.first !== first) start = i;
    spans[i] = 0;
    spans[start]! += 1;
  }
  return spans;
}

export const catalogueTitle = (fieldName: string): string => `${fieldName}领域基层政务公开标准目录`;
