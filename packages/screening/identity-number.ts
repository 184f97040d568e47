/** Citizen identity numbers: 18 digits by GB 11643-1999, and the 15 digits used before 1999. */
import { type DigitRun, digitRuns, isEdge, spanOf } from './digit-runs.ts';
import type { Hit } from './types.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
/** A code of an organisation (GB 32100) has 18 characters too, at times all digits. */
const organisationCode = /(信用代码|信用编码|税号|识别号|机构代码|登记号)[^\d]{0,8}$/;
const personal = /身份证|身份号|公民身份|证件号/;

export function isIdentityNumber(number: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return number[17] === checkCharacters[sum % 11] && isDate(number.slice(6, 14));
}

/** `YYYYMMDD` of somebody who may be alive. */
function isDate(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1890 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** `context`: what tells that 15 digits are an identity number, such as the heading of the column. */
export function findIdentityNumbers(line: string, context: (at: number) => string): Hit[] {
  const runs = digitRuns(line);
  return [
    ...runs.flatMap(windows).filter(({ start }) => !ofOrganisation(line, start)),
    ...runs.flatMap((run) => oldNumbers(run, context)),
  ];
}

const ofOrganisation = (line: string, start: number): boolean =>
  organisationCode.test(line.slice(Math.max(0, start - 20), start));

/** The checksum, not the spaces, tells where a number begins: extraction may have glued neighbours together. */
function windows(run: DigitRun): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at + 18 <= run.digits.length; at++)
    // The century first: almost every window ends here.
    if ('12'.includes(run.digits[at + 6]!) && isIdentityNumber(run.digits.slice(at, at + 18))) {
      hits.push({ kind: 'identity-number', severity: 'block', ...spanOf(run, at, 18) });
      at += 17;
    }
  return hits;
}

/** Without a check digit, 15 digits mean something only where the text says so. */
function oldNumbers(run: DigitRun, context: (at: number) => string): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at + 15 <= run.digits.length; at++) {
    if (!run.starts[at] || !isEdge(run, at + 15)) continue;
    const number = run.digits.slice(at, at + 15);
    if (!/^[1-9]\d{14}$/.test(number)) continue;
    const span = spanOf(run, at, 15);
    if (isDate(`19${number.slice(6, 12)}`) && personal.test(context(span.start)))
      hits.push({ kind: 'identity-number', severity: 'block', ...span });
  }
  return hits;
}
