/** Telephones, mail addresses and the like. Those of offices are content (政府信息公开条例 art. 20), those of people are not. */
import { bySign, columnAt, listOf, nameAt, type Setting } from './setting.ts';
import type { Hit } from './types.ts';

const mobile =
  /(?:(?<![\dA-Za-z])(?<!\d[.-])|(?<=tel|phone|mobile))(?:\(?(?:\+|00)?86\)?[ -]?)?(1[ -]?[3-9](?: ?[.·-]? ?\d){9})(?![\dA-Za-z])(?!\.\d)/gi;
/** 3-4-4 and the other ways of saying eleven digits. */
const groupings =
  /^(?:\d{11}|\d{3}\D\d{4}\D\d{4}|\d{3}\D\d{8}|\d{7}\D\d{4}|\d{4}[^\d ]\d{3}[^\d ]\d{4}|\d{3}[^\d ]\d{3}[^\d ]\d{5})$/;
const area = '0(?:10|2\\d|[3-9]\\d{2})';
const landline = new RegExp(
  `(?<![\\dA-Za-z.-])(?:\\(${area}\\) ?|${area}(?: ?- ?| ))[2-9]\\d{6,7}(?:(?:-|转)\\d{1,6})?(?![\\dA-Za-z]|-\\d)`,
  'g',
);
/** Without an area code apart, only where the words before say so. */
const bare = /(?<![\dA-Za-z.-])(?:0\d{9,11}|[2-9]\d{6,7})(?![\dA-Za-z]|\.\d)/g;
const email = /(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;
const social =
  /(微信号?|WeChat|wechat|QQ号?码?|钉钉号?|抖音号?)(?:\(?同号\)?)?[: ]{1,3}([A-Za-z][\w-]{5,19}|[1-9]\d{4,11})(?![\w@])/g;
/** What stands behind a quantity. */
const unit = /^ ?(?:元|万|亿|亩|人|户|吨|公斤|千克|kg|平方|立方|㎡|米|公里|度|千瓦|株|头|只|%|‰)/;

export function findContacts(setting: Setting): Hit[] {
  const { text } = setting;
  const hits = text.includes('@') ? Array.from(text.matchAll(email), (m) => mailOf(m)) : [];
  if (!/\d/.test(text)) return hits;
  return [
    ...hits,
    ...Array.from(text.matchAll(social), (m) => socialOf(m)),
    ...Array.from(text.matchAll(mobile)).flatMap((m) => mobileOf(m, setting)),
    ...Array.from(text.matchAll(landline)).flatMap((m) => landlineOf(m, setting, true)),
    ...Array.from(text.matchAll(bare)).flatMap((m) => landlineOf(m, setting, false)),
  ];
}

const spanOf = ({ index, 0: found }: RegExpExecArray): { start: number; end: number } => ({
  start: index,
  end: index + found.length,
});

function mobileOf(match: RegExpExecArray, setting: Setting): Hit[] {
  const place = spanOf(match);
  const after = setting.text.slice(place.end, place.end + 6);
  const name = nameAt(setting, place.start);
  if (unit.test(after) || name?.label === 'serial' || name?.label === 'amount' || name?.label === 'credit')
    return [];
  const number = match[1]!.replaceAll(/ ?([.·-]) ?/g, '$1');
  const called = name?.label === 'phone';
  if (!called && !groupings.test(number)) return [];
  // Figures of a table parted by spaces look alike.
  const loose =
    number.includes(' ') && (/\d $/.test(setting.text.slice(0, place.start)) || /^ \d/.test(after));
  if (!called && loose) return [];
  const said = name ? `，${bySign(name)}` : '';
  return [
    {
      kind: 'mobile-phone',
      severity: 'review',
      ...place,
      why: `11 位，以手机号段 ${number.replaceAll(/\D/g, '').slice(0, 2)} 开头${said}。`,
    },
  ];
}

function landlineOf(match: RegExpExecArray, setting: Setting, withArea: boolean): Hit[] {
  const place = spanOf(match);
  const name = nameAt(setting, place.start);
  if (withArea ? name && name.label !== 'phone' && name.label !== 'account' : name?.label !== 'phone')
    return [];
  const list = listOf(setting);
  const personal = list && !list.officials && columnAt(setting, place.start) !== undefined;
  const why = `${withArea ? '带区号的固定电话' : '固定电话'}${name ? `，${bySign(name)}` : ''}${personal ? '，所在表格列出了个人' : ''}。`;
  return [{ kind: 'landline', severity: personal ? 'review' : 'note', ...place, why }];
}

function mailOf(match: RegExpExecArray): Hit {
  const office = /\.gov\.cn$/i.test(match[0]);
  return {
    kind: 'email',
    severity: office ? 'note' : 'review',
    ...spanOf(match),
    why: office ? '政府域名的邮箱，应为办公邮箱。' : '不是政府域名的邮箱，可能是个人邮箱。',
  };
}

const socialOf = (match: RegExpExecArray): Hit => ({
  kind: 'social-account',
  severity: 'review',
  start: match.index + match[0].length - match[2]!.length,
  end: match.index + match[0].length,
  why: `前面写着“${match[1]!}”。`,
});
