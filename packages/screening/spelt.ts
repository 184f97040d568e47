/** Numbers that are not in digits: Chinese numerals, and letters that a scan or a typist took for digits. */
import { passesLuhn } from './bank-card.ts';
import { judgeIdentityNumber } from './identity-check.ts';
import { nameAt, type Setting } from './setting.ts';
import type { FindingKind, Hit } from './types.ts';

const numerals = '零一二三四五六七八九';
const inChinese = /[零〇○一二三四五六七八九]{11,19}[xX]?/g;
const digitOf = (numeral: string): string =>
  '〇○'.includes(numeral) ? '0' : String(numerals.indexOf(numeral));

const lookalikes: Record<string, string> = {
  O: '0',
  o: '0',
  Q: '0',
  I: '1',
  l: '1',
  i: '1',
  Z: '2',
  S: '5',
  B: '8',
};
const withLetters = /(?<![0-9A-Za-z])(?=[\dX]*[OoQIliZSB])[\dOoQIliZSB]{17}[\dXxOoQIliZSB](?![0-9A-Za-z])/g;

export function findSpelt(setting: Setting): Hit[] {
  return [
    ...Array.from(setting.text.matchAll(inChinese)).flatMap((match) => {
      const number = match[0].replaceAll(/[^xX]/g, digitOf).toUpperCase();
      const kind = kindOf(number, setting, match.index);
      return kind ? [hitOf(match, kind, '用汉字书写的号码')] : [];
    }),
    ...Array.from(setting.text.matchAll(withLetters)).flatMap((match) => {
      const number = match[0].replaceAll(/[OoQIliZSB]/g, (letter) => lookalikes[letter]!).toUpperCase();
      return judgeIdentityNumber(number, setting.today) === 'valid'
        ? [hitOf(match, 'identity-number', '把形近的字母当作数字后')]
        : [];
    }),
  ];
}

function kindOf(number: string, setting: Setting, at: number): FindingKind | undefined {
  if (judgeIdentityNumber(number, setting.today) === 'valid') return 'identity-number';
  if (/^1[3-9]\d{9}$/.test(number)) return 'mobile-phone';
  const card = number.length >= 16 && passesLuhn(number) && nameAt(setting, at)?.label === 'account';
  return card ? 'bank-card' : undefined;
}

const hitOf = ({ index, 0: found }: RegExpExecArray, kind: FindingKind, how: string): Hit => ({
  kind,
  severity: kind === 'mobile-phone' ? 'review' : 'block',
  start: index,
  end: index + found.length,
  why: `${how}，符合这类号码的规则。`,
});
