/** What the catalogue says about an item, in words. */
import { channels, type ItemContent } from '@gongkai/domain/catalogue-item.ts';
import { Facts } from './parts.tsx';

const either = (...parts: (string | false)[]): string => parts.filter(Boolean).join('、');

export const publishersText = ({ publishers }: ItemContent): string =>
  publishers.map((p) => p.name).join('、');
export const channelNames = ({ channels: ids, otherChannels }: ItemContent): string =>
  [...ids.map((id) => channels[id]), ...otherChannels].join('、');
export const audienceText = ({ everyone, groups }: ItemContent): string =>
  either(everyone && '全社会', groups);
export const methodText = ({ proactive, onRequest }: ItemContent): string =>
  either(proactive && '主动', onRequest && '依申请');
export const levelText = ({ county, township }: ItemContent): string =>
  either(county && '县级', township && '乡级');

export const ItemFacts = ({ item }: { item: ItemContent }) => (
  <Facts
    rows={[
      ['公开内容（要素）', item.content.split('\n').join('；')],
      ['公开依据', item.basis.split('\n').join('；')],
      ['公开时限', item.limit.text],
      ['公开主体', publishersText(item)],
      ['公开渠道和载体', channelNames(item)],
      ['公开对象', audienceText(item)],
      ['公开方式', methodText(item)],
      ['公开层级', levelText(item)],
    ]}
  />
);
