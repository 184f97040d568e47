/** Topics of subscriptions in the words people read. */
import type { Topic } from '@gongkai/domain/subscription.ts';
import type { SiteView } from '@gongkai/pages/views.ts';

/** Undefined when the site has no such column or department. */
export function topicName({ columns, departments }: SiteView, { kind, id }: Topic): string | undefined {
  if (kind === 'site') return '全部公开信息';
  if (kind === 'word') return `关键词“${id}”`;
  const found = (kind === 'column' ? columns : departments).find((one) => one.id === id);
  return found && `${kind === 'column' ? '栏目' : '部门'}“${found.name}”`;
}
