/** What people ask, in the ways they ask it, with what must be found. */
import type { SearchQuery } from '@gongkai/platform/ports.ts';
import { type Made, type MadeProfile, places, subjects } from './documents.ts';

export interface Asked {
  /** Of which way of asking this is an example. */
  way: string;
  query: Pick<SearchQuery, 'words'> & Partial<SearchQuery>;
  expected: (entry: Made | MadeProfile) => boolean;
}

/** Slips of an input method: the same sound in other characters. */
const slips: readonly (readonly [typed: string, meant: string])[] = [
  ['高令津贴', '高龄津贴'],
  ['临时就助', '临时救助'],
  ['森林防活', '森林防火'],
  ['养犬管里', '养犬管理'],
  ['医保抱销', '医保报销'],
  ['食品抽捡', '食品抽检'],
  ['动物防役', '动物防疫'],
  ['粮时生产', '粮食生产'],
  ['燃汽安全', '燃气安全'],
  ['稳岗反还', '稳岗返还'],
];
const initials: readonly (readonly [typed: string, meant: string])[] = [
  ['gljt', '高龄津贴'],
  ['lsjz', '临时救助'],
  ['slfh', '森林防火'],
  ['ybbx', '医保报销'],
  ['zfcg', '政府采购'],
  ['yejg', ''],
  ['xcaq', '校车安全'],
  ['dqwrfz', '大气污染防治'],
  ['tzsb', '特种设备'],
  ['qxzl', '欠薪治理'],
];
const spelled: readonly (readonly [typed: string, meant: string])[] = [
  ['gaolingjintie', '高龄津贴'],
  ['linshijiuzhu', '临时救助'],
  ['senlinfanghuo', '森林防火'],
  ['yibaobaoxiao', '医保报销'],
  ['zhengfucaigou', '政府采购'],
];

const numberOf = (d: Made): { body: string; year: string; running: string } => {
  const [, body, year, running] = /^(.+)〔(\d+)〕(\d+)号$/.exec(d.documentNumber!)!;
  return { body: body!, year: year!, running: running! };
};

const isAbout = (d: Made | MadeProfile, subject: string): boolean => 'subject' in d && d.subject === subject;
const isIn = (d: Made | MadeProfile, place: string): boolean => 'place' in d && d.place === place;
const isNarrowed = (d: Made | MadeProfile, subject: string): boolean =>
  isAbout(d, subject) && d.year === 2020 && d.kind === '通知';

export function queriesFor(made: readonly Made[], profiles: readonly MadeProfile[]): Asked[] {
  const about = (way: string, words: string, subject: string): Asked => ({
    way,
    query: { words },
    expected: (d) => isAbout(d, subject),
  });
  const some = (count: number): Made[] =>
    Array.from({ length: count }, (_, i) => made[(i * 397 + 11) % made.length]!);
  const byNumber = (way: string, write: (n: ReturnType<typeof numberOf>) => string): Asked[] =>
    some(8).map((d) => ({
      way,
      query: { words: write(numberOf(d)) },
      expected: (other) => other.documentNumber === d.documentNumber,
    }));
  return [
    ...subjects.slice(0, 40).map((s) => about('subject', s, s)),
    ...subjects.slice(40, 52).map((s) => about('subject with other words', `关于${s} 工作`, s)),
    ...places
      .slice(0, 12)
      .map((p): Asked => ({ way: 'place in the text', query: { words: p }, expected: (d) => isIn(d, p) })),
    ...some(8).map(({ subject, place }): Asked => ({
      way: 'subject and place',
      query: { words: `${subject} ${place}` },
      expected: (d) => isAbout(d, subject) && isIn(d, place),
    })),
    ...byNumber('number as written', (n) => `${n.body}〔${n.year}〕${n.running}号`),
    ...byNumber('number in square brackets', (n) => `${n.body}[${n.year}]${n.running}号`),
    ...byNumber('number without brackets', (n) => `${n.body}${n.year}年第${n.running}号`),
    ...byNumber(
      'number in full width',
      (n) =>
        `${n.body}（${n.year.replaceAll(/\d/g, (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0))}）${n.running}号`,
    ),
    ...slips.map(([typed, meant]) => about('slip of the input method', typed, meant)),
    ...initials.filter(([, meant]) => meant !== '').map(([typed, meant]) => about('initials', typed, meant)),
    ...spelled.map(([typed, meant]) => about('spelled', typed, meant)),
    ...subjects
      .filter((s) => made.some((d) => isNarrowed(d, s)))
      .slice(0, 8)
      .map((s): Asked => ({
        way: 'narrowed by year and kind',
        query: { words: s, only: { year: '2020', kind: '通知' } },
        expected: (d) => isNarrowed(d, s),
      })),
    ...profiles.flatMap(({ id, short, phone, leader, duty }) =>
      [`${short}电话`, `${short}局长`, phone, leader, `${short} ${duty}`].map((words): Asked => ({
        way: 'profile of a department',
        query: { words },
        expected: (entry) => entry.id === id,
      })),
    ),
    ...['不存在的事项', '星际旅行', '示民发〔2099〕1号', '冰激凌补贴计划书'].map((words): Asked => ({
      way: 'nothing',
      query: { words },
      expected: () => false,
    })),
  ];
}
