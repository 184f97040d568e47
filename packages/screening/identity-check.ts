/**
 * Citizen identity numbers: 18 digits by GB 11643-1999, and the 15 digits used before 1999. Residence permits of
 * people from Hong Kong, Macao and Taiwan (81, 82, 83) and of foreigners (9…) are made the same way.
 */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
/** Provinces of GB/T 2260, and 9 for foreigners with the right of permanent residence. */
const region = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;

export type Judged = 'valid' | 'wrong-check' | 'unknown-region' | 'impossible';

/** `today` (`YYYY-MM-DD`): nobody is born later. */
export function judgeIdentityNumber(number: string, today: string): Judged {
  if (!/^[1-9]\d{16}[\dX]$/.test(number) || !isBirthDate(number.slice(6, 14), today)) return 'impossible';
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += weights[i]! * (number.charCodeAt(i) - 48);
  const checked = number[17] === checkCharacters[sum % 11];
  const known = region.test(number);
  return checked && known ? 'valid' : checked ? 'unknown-region' : known ? 'wrong-check' : 'impossible';
}

/** `YYYYMMDD` of somebody who may be alive. */
function isBirthDate(text: string, today: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))];
  if (year < 1890 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() && text <= today.replaceAll('-', '');
}

/** 15 digits: region, birth date with two figures of the year, sequence. There is no check digit. */
export const isOldIdentityNumber = (number: string, today: string): boolean =>
  /^[1-9]\d{14}$/.test(number) && region.test(number) && isBirthDate(`19${number.slice(6, 12)}`, today);
