/** Bank cards: 16 to 19 digits with the check digit of ISO/IEC 7812 (Luhn). UnionPay cards begin with 62. */
import { type DigitRun, digitRuns, isEdge, spanOf } from './digit-runs.ts';
import type { Hit } from './types.ts';

const account = /卡号|账号|帐号|账户|帐户|一卡通|一折通|存折|开户|银行|信用社|社保卡/;
/** Other issuers' ranges; a tenth of all numbers passes Luhn, so the beginning must fit too. */
const issuer = /^(62|60|4\d|5[1-5]|35|37)/;

export function passesLuhn(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i]);
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** `context`: the words that tell what a number is, such as the heading of the column. */
export function findBankCards(line: string, context: (at: number) => string): Hit[] {
  return digitRuns(line).flatMap((run) => {
    const hits: Hit[] = [];
    for (let at = 0; at < run.digits.length; at++) {
      const found = cardAt(run, at, context);
      if (!found || line.slice(found.start, found.end).includes('\t')) continue;
      const { length, ...hit } = found;
      hits.push(hit);
      at += length - 1;
    }
    return hits;
  });
}

/** Cards are printed in groups of four; 6 leaves room for doubled spaces. */
const maxSeparators = 6;
const separatorsIn = ({ places }: DigitRun, at: number, length: number): number =>
  places[at + length - 1]! - places[at]! + 1 - length;

function cardAt(
  run: DigitRun,
  at: number,
  context: (at: number) => string,
): (Hit & { length: number }) | undefined {
  const glued = run.digits.slice(at, at + 2) === '62';
  if (!glued && !run.starts[at]) return undefined;
  const said = (): boolean => account.test(context(run.places[at]!));
  for (const length of [19, 18, 17, 16]) {
    const number = run.digits.slice(at, at + length);
    if (number.length < length || number.includes('X') || separatorsIn(run, at, length) > maxSeparators)
      continue;
    const bounded = run.starts[at] === true && isEdge(run, at + length);
    const valid = passesLuhn(number) && !/^(\d)\1+$/.test(number);
    // In the middle of a longer number only the usual lengths of UnionPay cards count.
    const card = bounded
      ? issuer.test(number) || said()
      : glued && (length === 19 || length === 16) && run.digits.length > 19;
    if (valid && card) return { kind: 'bank-card', severity: 'block', length, ...spanOf(run, at, length) };
    if (bounded && said())
      return { kind: 'account-number', severity: 'review', length, ...spanOf(run, at, length) };
  }
  return undefined;
}
