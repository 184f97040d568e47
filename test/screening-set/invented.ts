/**
 * Invented people and things. The regions 9901xx do not exist; with a real region the people were born before 1910.
 * Numbers are computed, not taken from anybody.
 */
import type { Random } from './random.ts';

const surnames = '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗岩布俸鲍肖田魏字普者'.split('');
const given =
  '稻丰麦香谷雨春耕秋实山泉小河青松柏翠竹兰芳冬梅夏荷云霞明月晓星志远思源立新建业永安福康瑞祥'.split('');
const dai = ['岩罕', '岩温', '玉香', '玉罕', '叶嘎', '尼嘎', '岩三', '玉波', '艾板', '依香'];

export const name = (r: Random): string =>
  r.once(6)
    ? r.of(dai) + (r.once(2) ? r.of(given) : '')
    : r.of(surnames) + r.of(given) + (r.once(3) ? '' : r.of(given));

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheck = (body: string): string =>
  body + '10X98765432'[weights.reduce((sum, w, i) => sum + w * Number(body[i]), 0) % 11]!;
const two = (n: number): string => String(n).padStart(2, '0');

export const birth = (r: Random, from = 1940, to = 2004): string =>
  `${r.between(from, to)}${two(r.between(1, 12))}${two(r.between(1, 28))}`;

export function identity(r: Random, date?: string): string {
  const real = date === undefined && r.once(3);
  const region = real
    ? r.of(['530926', '530921', '110105', '440305', '650102', '810000', '830000'])
    : `9901${two(r.between(1, 30))}`;
  return withCheck(region + (date ?? (real ? birth(r, 1895, 1909) : birth(r))) + r.digits(3));
}

/** The same number with one digit of the sequence wrong: the checksum fails. */
export const misspelt = (number: string): string =>
  number.slice(0, 15) + String((Number(number[15]) + 1) % 10) + number.slice(16);

export const oldIdentity = (r: Random): string =>
  `9901${two(r.between(1, 30))}${birth(r, 1930, 1980).slice(2)}${r.digits(3)}`;

export function card(r: Random, length = 19): string {
  const body = r.of(['621700', '622848', '623190', '621098', '622202']) + '0000' + r.digits(length - 11);
  const sum = body
    .split('')
    .toReversed()
    .reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** Old passbooks and accounts of rural banks: no check digit. */
export const passbook = (r: Random): string =>
  r.of(['5303', '24130', '8101', '0199']) + r.digits(r.between(8, 17));

export const mobile = (r: Random): string =>
  `1${r.of(['38', '39', '50', '59', '77', '86', '99'])}0013${r.digits(4)}`;
export const landline = (r: Random): string => `61${r.digits(5)}`;

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 32100: of an enterprise (91), a shop (92), an office (11), a cooperative (93). */
export function creditCode(r: Random): string {
  const body = `${r.of(['91', '92', '11', '12', '93'])}530926MA${r.of('6ABC'.split(''))}${Array.from({ length: 6 }, () => r.of(alphabet.split(''))).join('')}`;
  let [sum, weight] = [0, 1];
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + alphabet[(31 - (sum % 31)) % 31]!;
}

/** Digits only, as offices of the state have them. */
export function digitCreditCode(r: Random): string {
  for (;;) {
    const body = `11530926${r.digits(9)}`;
    let [sum, weight] = [0, 1];
    for (const digit of body) {
      sum += Number(digit) * weight;
      weight = (weight * 3) % 31;
    }
    const check = (31 - (sum % 31)) % 31;
    if (check < 10) return body + String(check);
  }
}

export const town = (r: Random): string =>
  r.of(['上坝镇', '下坝乡', '青河镇', '白石乡', '南岭街道', '勐岭镇']);
export const village = (r: Random): string =>
  r.of(['上坝村', '河湾村', '石桥村', '竹林村', '芒东村', '新寨村', '大水井村']);
export const group = (r: Random): string => r.of(['一组', '2组', '三组', '第5村民小组', '12组', '四组']);
export const home = (r: Random): string =>
  r.of([
    `${town(r)}${village(r)}${group(r)}${r.between(1, 99)}号`,
    `城关镇东街${r.between(1, 200)}号`,
    `青河小区${r.between(1, 20)}栋${r.between(1, 4)}单元${r.between(101, 904)}室`,
    `${town(r)}${village(r)}${group(r)}`,
  ]);
export const company = (r: Random): string =>
  `示范县${r.of(['绿源', '鑫达', '山泉', '宏图', '众诚'])}${r.of(['建筑工程', '农业开发', '商贸', '食品', '园林'])}有限公司`;
export const date = (r: Random): string => `2026年${r.between(1, 11)}月${r.between(1, 28)}日`;
export const amount = (r: Random): string => `${r.between(1, 99999)}.${r.digits(2)}`;
export const documentNumber = (r: Random): string =>
  `${r.of(['示政办发', '示民发', '示财农', '示自然资发'])}〔2026〕${r.between(1, 300)}号`;
