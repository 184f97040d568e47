/** Passports, travel permits, papers of soldiers and of patients, and the plates of cars. */
import { bySign, listOf, nameAt, type Setting } from './setting.ts';
import type { Hit } from './types.ts';

/** One to three letters and seven to twelve digits: passports, permits to travel, old permits of residence. */
const lettered = /(?<![0-9A-Za-z])[A-Za-z]{1,3}\d{7,12}(?:\(\d\))?(?![0-9A-Za-z])/g;
const numbered = /(?<![0-9A-Za-z.])\d{6,20}(?![0-9A-Za-z]|\.\d)/g;
const military = /(?:[军武士兵文]字第?|[军士]官证) ?\d{6,8} ?号?/g;
/** Permits of residence of foreigners until 2023: country, region, birth date, sequence. */
const foreigner = /^[A-Z]{3}\d{12}$/;
const travel = /护照|通行证|台胞证|回乡证|军官证|士兵证|警官证|军人证/;

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** GA 36-2018: region, letter, five characters; six for cars with a new engine. */
const plate = new RegExp(
  `[${provinces}][A-HJ-NP-Z][· ]?([A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警港澳])(?![A-Za-z0-9-])`,
  'g',
);

export function findCertificates(setting: Setting): Hit[] {
  const { text } = setting;
  if (!/\d{3}/.test(text)) return [];
  const hits = Array.from(text.matchAll(numbered)).flatMap((m) => numberedOf(m, setting));
  if (/[军武士兵文]/.test(text))
    hits.push(...Array.from(text.matchAll(military), (m) => hit(m, 'block', '军人证件号码的写法')));
  if (/[A-Za-z]/.test(text))
    hits.push(
      ...Array.from(text.matchAll(lettered)).flatMap((m) => letteredOf(m, setting)),
      ...Array.from(text.matchAll(plate)).flatMap((m) => plateOf(m)),
    );
  return hits;
}

const hit = ({ index, 0: found }: RegExpExecArray, severity: Hit['severity'], why: string): Hit => ({
  kind: 'certificate-number',
  severity,
  start: index,
  end: index + found.length,
  why: `${why}。`,
});

function letteredOf(match: RegExpExecArray, setting: Setting): Hit[] {
  const name = nameAt(setting, match.index);
  if (name?.label === 'certificate' || name?.label === 'identity')
    return [
      hit(match, name.label === 'identity' || travel.test(name.word) ? 'block' : 'review', bySign(name)),
    ];
  if (!name && listOf(setting) && foreigner.test(match[0]))
    return [hit(match, 'block', '外国人永久居留证号码的写法')];
  return [];
}

function numberedOf(match: RegExpExecArray, setting: Setting): Hit[] {
  const name = nameAt(setting, match.index);
  if (name?.label !== 'certificate') return [];
  return [hit(match, travel.test(name.word) ? 'block' : 'review', bySign(name))];
}

function plateOf(match: RegExpExecArray): Hit[] {
  const digits = match[1]!.replaceAll(/\D/g, '').length;
  if (digits < 3) return [];
  return [
    { ...hit(match, 'review', '省份简称、发牌机关代号和序号符合机动车号牌的规则'), kind: 'plate-number' },
  ];
}
