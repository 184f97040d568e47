/** A disclosure item (公开事项): one row of the standard catalogue (耿政办发〔2020〕49号 annex 2), its 14 columns. */
import * as z from 'zod';
import type { Attribute } from './attribute.ts';
import { type LocalDate, localDateSchema } from './deadline.ts';
import { limitSchema } from './catalogue-limit.ts';

/** 公开渠道和载体 of the template, in its order. What else a department names stands in `otherChannels`. */
export const channels = {
  website: '政府网站',
  gazette: '政府公报',
  'new-media': '两微一端',
  'press-conference': '发布会/听证会',
  broadcasting: '广播电视',
  print: '纸质媒体',
  'reading-place': '公开查阅点',
  'service-hall': '政务服务中心',
  'service-station': '便民服务站',
  visit: '入户/现场宣传',
  'notice-board': '社区/企事业单位/村公示栏（电子屏）',
  push: '精准推送',
} as const;
export type Channel = keyof typeof channels;
export const channelIds = Object.keys(channels) as [Channel, ...Channel[]];

const publisherSchema = z.object({
  /** As written, e.g. 县民政局. */
  name: z.string(),
  /** Department id; null for 乡镇（街道） in general. */
  department: z.string().nullable(),
  /** First and last day on which this department has the item; open when absent. */
  from: localDateSchema.optional(),
  until: localDateSchema.optional(),
});
export type Publisher = z.infer<typeof publisherSchema>;

const text = (max: number) => z.string().max(max);

/** What a department fills in. */
export const itemContentSchema = z.object({
  /** 一级事项 and 二级事项; the second is empty where an item has one level only. */
  first: text(100).min(1),
  second: text(200),
  /** 公开内容（要素）. */
  content: text(4_000).min(1),
  /** 公开依据. */
  basis: text(4_000),
  limit: limitSchema,
  publishers: z.array(publisherSchema).min(1).max(60),
  channels: z.array(z.enum(channelIds)),
  otherChannels: z.array(text(100)).max(20),
  /** 公开对象: 全社会, or named groups, or both. */
  everyone: z.boolean(),
  groups: text(200),
  /** 公开方式; both are possible. */
  proactive: z.boolean(),
  onRequest: z.boolean(),
  /** 公开层级. */
  county: z.boolean(),
  township: z.boolean(),
});
export type ItemContent = z.infer<typeof itemContentSchema>;

/** What most items say: everybody may know, unasked, on the county's site. */
export const openToAll = {
  channels: ['website'],
  otherChannels: [],
  everyone: true,
  groups: '',
  proactive: true,
  onRequest: false,
  county: true,
  township: false,
} satisfies Partial<ItemContent>;

export const itemSchema = itemContentSchema.extend({
  /** `<field>-<eight hex digits>`: kept when the item is renamed, and never another item's. */
  id: z.string(),
  /** Whose part of the catalogue it stands in. */
  department: z.string(),
  /** First and last day on which the catalogue lists it. */
  since: localDateSchema,
  until: localDateSchema.optional(),
});
export type CatalogueItem = z.infer<typeof itemSchema>;

export const itemName = ({ first, second }: Pick<ItemContent, 'first' | 'second'>): string =>
  second === '' || second === first ? first : `${first}·${second}`;

/** Item ids carry the id of their field. */
export const fieldOfItem = (itemId: string): string => itemId.slice(0, itemId.lastIndexOf('-'));

export const isListed = (item: Pick<CatalogueItem, 'since' | 'until'>, on: LocalDate): boolean =>
  item.since <= on && (item.until === undefined || on <= item.until);

/** Departments that publish the item on a day. */
export const publishersOn = (item: Pick<ItemContent, 'publishers'>, on: LocalDate): string[] =>
  item.publishers.flatMap(({ department, from, until }) =>
    department !== null && (from === undefined || from <= on) && (until === undefined || on <= until)
      ? [department]
      : [],
  );

/** The attribute that the item's method prescribes; undefined where it allows both. */
export const prescribed = ({
  proactive,
  onRequest,
}: Pick<ItemContent, 'proactive' | 'onRequest'>): Attribute | undefined =>
  proactive === onRequest ? undefined : proactive ? 'public' : 'on-request';
