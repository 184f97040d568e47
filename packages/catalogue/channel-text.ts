/** Reads 公开渠道和载体: the channels of the template under the names met in practice, everything else as text. */
import { type Channel, channels } from '@gongkai/domain/catalogue-item.ts';
import { squeezed } from './grid.ts';
import { markedList } from './signs.ts';

const names: Record<Channel, RegExp> = {
  website: /^(?:[\u4E00-\u9FFF]{0,6}?(?:人民)?政府(?:门户)?网站?|门户网站|网站)$/,
  gazette: /^(?:政府)?公报$/,
  'new-media': /^(?:两微一端|微博微信.*|政务新媒体)$/,
  'press-conference': /^(?:新闻)?发布会(?:\/?(?:、)?听证会)?$|^听证会$/,
  broadcasting: /^广播电视$|^广播、电视$/,
  print: /^纸质媒[体介]$|^报纸$/,
  'reading-place': /^(?:政府信息|政务)?公开查阅[点室]$/,
  'service-hall': /^(?:政务|行政)服务(?:中心|大厅)$/,
  'service-station': /^便民服务[站点]$/,
  visit: /^入户\/现场(?:宣传)?$|^入户现场宣传$/,
  'notice-board':
    /^(?:社区\/企事业单位\/|社区、企事业单位、)?村?公示栏(?:\(电子屏\))?$|^社区\/企事业单位\/村公示栏\(电子屏\)$/,
  push: /^精准推送$/,
};
const canonical = new Map(Object.entries(channels).map(([id, name]) => [squeezed(name), id as Channel]));

/** Undefined: no channel of the template. */
export function channelOf(name: string): Channel | undefined {
  const plain = squeezed(name);
  return canonical.get(plain) ?? (Object.keys(names) as Channel[]).find((id) => names[id].test(plain));
}

export interface Chosen {
  channels: Channel[];
  others: string[];
  /** 其他 is chosen and nothing is said. */
  nameless: boolean;
}

const other = /^其[他它](?:渠道|方式)?[：:（(_＿\s]*(.*?)[）)_＿\s]*$/;

/** A list with boxes, or plain names one after another, which then all count. */
export function readChannels(text: string): Chosen {
  const { chosen, empty, before } = markedList(text, (name) => channelOf(name) !== undefined);
  const plainList = chosen.length + empty.length === 0;
  const named = plainList ? splitNames(before) : chosen;
  const result: Chosen = { channels: [], others: [], nameless: false };
  for (const name of named) {
    const channel = channelOf(name);
    const [, words] = other.exec(name) ?? [];
    if (channel) result.channels.push(channel);
    else if (words === '') result.nameless = true;
    else if (words ?? name) result.others.push(words ?? name);
  }
  const order = Object.keys(channels);
  return {
    channels: [...new Set(result.channels)].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    others: [...new Set(result.others)],
    nameless: result.nameless,
  };
}

const splitNames = (text: string): string[] =>
  text
    .split(/[、，,；;\n]|\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
