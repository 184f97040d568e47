/** Topics of subscriptions in the words people read. */
import type { Topic } from '@gongkai/domain/subscription.ts';
import { jsonFeedPath } from '@gongkai/pages/paths.ts';
import type { SiteView } from '@gongkai/pages/views.ts';
import type { Files } from '@gongkai/platform/ports.ts';
import * as z from 'zod';

/** Undefined when the site has no such column or department. */
export function topicName({ columns, departments }: SiteView, topic: Topic): string | undefined {
  const { kind, id, name = id } = topic;
  if (kind === 'site') return '全部公开信息';
  if (kind === 'word') return `关键词“${id}”`;
  if (kind === 'item') return `公开事项“${name}”`;
  const found = (kind === 'column' ? columns : departments).find((one) => one.id === id);
  return found && `${kind === 'column' ? '栏目' : '部门'}“${found.name}”`;
}

const itemId = /^[\w-]{1,100}$/;
const feedSchema = z.object({ _gongkai: z.object({ name: z.string() }) });

/** Of the item's own feed: the catalogue lies among the records, which the public side cannot read. */
export async function itemTopic(files: Pick<Files, 'get'>, id: string): Promise<Topic | undefined> {
  const feed = itemId.test(id) ? await files.get('public', jsonFeedPath('item', id)) : undefined;
  if (!feed) return undefined;
  const { _gongkai } = feedSchema.parse(JSON.parse(Buffer.from(feed.body).toString()));
  return { kind: 'item', id, name: _gongkai.name };
}
