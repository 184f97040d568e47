/**
 * Bank cards: 16 to 19 digits with the check digit of ISO/IEC 7812 (Luhn); UnionPay cards begin with 62. Other
 * account numbers have no common form: the words beside them tell.
 */
import { type DigitRun, digitRuns, isEdge, isWhole, overCells, spanOf } from './digit-runs.ts';
import { bySign, columnAt, listOf, type Named, nameAt, type Setting } from './setting.ts';
import { cellText, isOrganisation, type Span } from './tables.ts';
import type { Hit } from './types.ts';

export function passesLuhn(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < number.length; i++) {
    const digit = number.charCodeAt(number.length - 1 - i) - 48;
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && !/^(\d)\1+$/.test(number);
}

export function findAccounts(setting: Setting): Hit[] {
  return digitRuns(setting.text)
    .filter((run) => run.digits.length >= shortest)
    .flatMap((run) => {
      const hits: Hit[] = [];
      for (let at = 0; at < run.digits.length; at++) {
        const found = cardAt(run, at, setting) ?? accountAt(run, at, setting);
        if (!found) continue;
        const { length, ...hit } = found;
        hits.push(hit);
        at += length - 1;
      }
      return hits;
    });
}

const shortest = 8;
const longest = 32;
const cardLengths = [19, 18, 17, 16];
/** Cards are printed in groups of four; 6 leaves room for doubled spaces. */
const maxSeparators = 6;
const separatorsIn = ({ places }: DigitRun, at: number, length: number): number =>
  places[at + length - 1]! - places[at]! + 1 - length;

type Found = (Hit & { length: number }) | undefined;

function cardAt(run: DigitRun, at: number, setting: Setting): Found {
  const unionPay = run.digits[at] === '6' && run.digits[at + 1] === '2';
  if (!unionPay && !isEdge(run, at)) return undefined;
  for (const length of cardLengths) {
    const number = run.digits.slice(at, at + length);
    if (number.length < length || number.includes('X') || !passesLuhn(number)) continue;
    if (!isWhole(run, at, length) || separatorsIn(run, at, length) > maxSeparators) continue;
    const bounded = isEdge(run, at) && isEdge(run, at + length);
    // In the middle of a longer number only the usual lengths of UnionPay cards count.
    if (!bounded && !(unionPay && (length === 19 || length === 16) && run.digits.length > 19)) continue;
    const place = spanOf(run, at, length);
    const name = nameAt(setting, place.start);
    if (name ? name.label !== 'account' && name.label !== 'identity' : !unionPay) continue;
    if (!name && columnAt(setting, place.start)?.shape === 'serial') continue;
    // A tenth of all numbers passes Luhn: what lies in several cells needs more than that.
    if (overCells(run, at, length) && !name && !listOf(setting)) continue;
    if (name?.label === 'account' && !unionPay && ownerOf(setting) === 'organisation')
      return { ...account(place, 'review', name, 'organisation'), length };
    return { kind: 'bank-card', severity: 'block', ...place, why: because(number, unionPay, name), length };
  }
  return undefined;
}

const because = (number: string, unionPay: boolean, name: Named | undefined): string =>
  `${number.length} 位，校验码符合银行卡号的规则${unionPay ? '，以银联卡的 62 开头' : ''}${name ? `，${bySign(name)}` : ''}。`;

function accountAt(run: DigitRun, at: number, setting: Setting): Found {
  if (!isEdge(run, at)) return undefined;
  const length = pieceEnd(run, at) - at;
  const number = run.digits.slice(at, at + length);
  if (length < shortest || length > longest || /^1[3-9]\d{9}$/.test(number)) return undefined;
  const place = spanOf(run, at, length);
  const name = nameAt(setting, place.start);
  if (name?.label !== 'account') return undefined;
  const owner = ownerOf(setting);
  return { ...account(place, owner === 'person' ? 'block' : 'review', name, owner), length };
}

type Owner = 'organisation' | 'person' | undefined;
const ownerSign: Record<NonNullable<Owner> | 'unknown', string> = {
  organisation: '户名是单位',
  person: '户名是个人或者所在表格列出了个人',
  unknown: '不能确定是否个人账户',
};
const account = (place: Span, severity: Hit['severity'], name: Named, owner: Owner): Hit => ({
  kind: 'account-number',
  severity,
  ...place,
  why: `${bySign(name)}，${ownerSign[owner ?? 'unknown']}。`,
});

/** All pieces of a number in its cell, as far as a number may be long. */
function pieceEnd(run: DigitRun, at: number): number {
  let end = at + 1;
  while (end < run.digits.length && end - at <= longest && run.gaps[end] !== 'cell') end++;
  return end;
}

/** The account of an office or enterprise: its name stands in the row, or as the holder in the lines nearby. */
const holder =
  /(?:户名|账户名称?|帐户名称?|开户名称?|收款单位|收款人|单位名称|名称)[: ]{0,3}([^,。;\s]{2,40})/;
const office = /局|公司|中心|财政|专户|医院|学校|小学|中学|委员会|政府|办公室|合作社|协会|[院所厂处站部]$/;

function ownerOf(setting: Setting): Owner {
  if (listOf(setting)) return 'person';
  if (setting.row.cells.some((_, c) => isOrganisation(cellText(setting.row, c).trim())))
    return 'organisation';
  const named = setting
    .around()
    .map((line) => holder.exec(line)?.[1])
    .find((name) => name !== undefined);
  if (named === undefined) return undefined;
  return office.test(named) ? 'organisation' : /^[\u4e00-\u9fff·]{2,4}$/.test(named) ? 'person' : undefined;
}
