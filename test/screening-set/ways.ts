/** How offices write a number. */
import type { Random } from './random.ts';

const fullWidth = (text: string): string =>
  text.replaceAll(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const parted =
  (separator: string, sizes: readonly number[]) =>
  (number: string): string => {
    const parts: string[] = [];
    let at = 0;
    for (const size of sizes) {
      parts.push(number.slice(at, at + size));
      at += size;
    }
    return [...parts, number.slice(at)].filter((part) => part !== '').join(separator);
  };
const same = (number: string): string => number;

type Way = (number: string) => string;
const identityWays: Way[] = [
  same,
  same,
  same,
  parted(' ', [6, 8]),
  parted('-', [6, 8]),
  parted(' ', [6, 4, 4]),
  parted('  ', [3, 3, 4, 4]),
  parted('·', [6, 8]),
  parted('\u200B', [5, 7]),
  fullWidth,
  (n) => n.replace('X', 'x'),
  (n) => n.replace('X', '×'),
];
const cardWays: Way[] = [
  same,
  same,
  same,
  parted(' ', [4, 4, 4, 4]),
  parted('-', [4, 4, 4, 4]),
  parted('  ', [4, 4, 4, 4]),
  fullWidth,
];
const mobileWays: Way[] = [
  same,
  same,
  same,
  parted(' ', [3, 4]),
  parted('-', [3, 4]),
  parted('.', [3, 4]),
  fullWidth,
  (n) => `+86${n}`,
  (n) => `+86 ${n}`,
  (n) => `86-${n}`,
];

export const writtenIdentity = (r: Random, number: string): string => r.of(identityWays)(number);
export const writtenCard = (r: Random, number: string): string => r.of(cardWays)(number);
export const writtenMobile = (r: Random, number: string): string => r.of(mobileWays)(number);
/** Over two cells, or one digit in each. */
export const overCells = (r: Random, number: string): string =>
  r.once(4) ? number.split('').join('\t') : parted('\t', [r.of([6, 9, 10, 14])])(number);
