/** The masked form of a find: what may stay visible of it, by the county's rules. */
import type { MaskPattern } from '@gongkai/domain/settings.ts';
import { cutBlock } from './removal.ts';

const stars = '****';
/** 《百家姓》 has some sixty surnames of two characters; these are the living ones. */
const doubleSurname =
  /^(欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|百里|呼延|东郭|南门|西门)/;

const patterns: Record<MaskPattern, (text: string) => string | undefined> = {
  all: () => `${stars}**`,
  'last-4': (text) => tail(text, 8),
  'first-3-last-4': (text) => {
    const digits = plainDigits(text);
    return digits.length === 11 ? digits.slice(0, 3) + tail(text, 8)! : tail(text, 8);
  },
  surname: (text) => {
    const name = text.trim();
    const surname = doubleSurname.exec(name)?.[0] ?? Array.from(name)[0];
    return surname === undefined || surname === name ? undefined : `${surname}*`;
  },
  village: (text) =>
    (/^.*(?:村委会|村民委员会|居委会|社区|村)/u.exec(text) ?? /^.*(?:街道|镇|乡)/u.exec(text))?.[0],
  year: (text) => {
    const year = /(?:19|20)\d{2}/.exec(text.normalize('NFKC'))?.[0];
    return year === undefined ? undefined : `${year}年`;
  },
};

const plainDigits = (text: string): string => text.normalize('NFKC').replaceAll(/[^\dXx]/g, '');

/** Nothing of a number so short that four digits are half of it. */
const tail = (text: string, atLeast: number): string | undefined => {
  const digits = plainDigits(text);
  return digits.length < atLeast ? undefined : stars + digits.slice(-4);
};

/** {@link cutBlock} where the pattern does not fit, or would leave the text as it is. */
export function masked(text: string, pattern: MaskPattern | undefined): string {
  const short = pattern && patterns[pattern](text);
  return short === undefined || short.trim() === text.trim() ? cutBlock : short;
}

/** What a column holds, by its heading. */
const byHeading: [RegExp, MaskPattern][] = [
  [/身份证|证件号|身份号/, 'all'],
  [/手机|电话|联系方式/, 'first-3-last-4'],
  [/账号|帐号|账户|帐户|卡号|一卡通|一折通/, 'last-4'],
  [/住址|地址|户籍/, 'village'],
  [/出生/, 'year'],
  [/姓名|户主|监护人|联系人|申请人/, 'surname'],
];
export const patternFor = (heading: string): MaskPattern =>
  byHeading.find(([words]) => words.test(heading.normalize('NFKC').replaceAll(/\s/g, '')))?.[1] ?? 'all';
