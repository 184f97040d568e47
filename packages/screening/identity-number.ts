/** Finds citizen identity numbers, by their checksum or by what they are called. */
import { isCreditCode } from './credit-code.ts';
import { type DigitRun, digitRuns, isEdge, isWhole, spanOf } from './digit-runs.ts';
import { isOldIdentityNumber, type Judged, judgeIdentityNumber } from './identity-check.ts';
import { bySign, columnAt, listOf, type Named, nameAt, type Setting } from './setting.ts';
import type { Hit, Severity } from './types.ts';

export function findIdentityNumbers(setting: Setting): Hit[] {
  return digitRuns(setting.text)
    .filter((run) => run.digits.length >= 14)
    .flatMap((run) => {
      const hits = byChecksum(run, setting);
      return hits.length > 0 ? hits : byName(run, setting);
    });
}

/** The checksum, not the spaces, tells where a number begins: extraction may have glued neighbours together. */
function byChecksum(run: DigitRun, setting: Setting): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at + 18 <= run.digits.length; at++) {
    // The century first: almost every window ends here.
    if (!'12'.includes(run.digits[at + 6]!)) continue;
    const hit = judged(run, at, setting);
    if (!hit) continue;
    hits.push(hit);
    at += 17;
  }
  return hits;
}

function judged(run: DigitRun, at: number, setting: Setting): Hit | undefined {
  const number = run.digits.slice(at, at + 18);
  const judgement = judgeIdentityNumber(number, setting.today);
  if (judgement === 'impossible' || !isWhole(run, at, 18)) return undefined;
  const place = spanOf(run, at, 18);
  const name = nameAt(setting, place.start);
  const severity = severityOf(number, judgement, name, setting, place.start);
  if (!severity || (judgement !== 'valid' && !(isEdge(run, at) && isEdge(run, at + 18)))) return undefined;
  return { kind: 'identity-number', severity, ...place, why: because(judgement, name) };
}

function severityOf(
  number: string,
  judgement: Judged,
  name: Named | undefined,
  setting: Setting,
  at: number,
): Severity | undefined {
  if (name?.label === 'identity' || name?.label === 'certificate') return 'block';
  const shape = columnAt(setting, at)?.shape;
  if (judgement === 'valid') {
    if (name?.label === 'credit' && isCreditCode(number)) return undefined;
    if (shape === 'serial') return undefined;
    return isSerial(name) && isRecent(number, setting.today) && shape !== 'identity' ? undefined : 'block';
  }
  if (name) return undefined;
  if (shape === 'identity') return 'block';
  return listOf(setting) && !isRecent(number, setting.today) ? 'review' : undefined;
}

/** Numbers of orders and projects carry the date of their making; people are mostly older. */
const isSerial = (name: Named | undefined): boolean => name?.label === 'serial' || name?.label === 'amount';
const isRecent = (number: string, today: string): boolean =>
  Number(today.slice(0, 4)) - Number(number.slice(6, 10)) < 15;

function because(judgement: Judged, name: Named | undefined): string {
  const said = name ? `，${bySign(name)}` : '';
  if (judgement === 'valid') return `18 位，行政区划、出生日期和校验码都符合公民身份号码的规则${said}。`;
  if (judgement === 'wrong-check')
    return `18 位，含行政区划和出生日期，但校验码不符，可能抄错或以数字格式丢失了末位${said}，仍能认出本人。`;
  return `18 位，出生日期和校验码符合公民身份号码的规则，但没有这个行政区划${said}。`;
}

/** What is called an identity number is one, also with a wrong digit or one too few; 15 digits need the name. */
function byName(run: DigitRun, setting: Setting): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < run.digits.length; at++) {
    if (!isEdge(run, at)) continue;
    const length = [18, 15, 17, 19, 16, 14].find(
      (n) => at + n <= run.digits.length && isEdge(run, at + n) && isWhole(run, at, n),
    );
    if (length === undefined) continue;
    const hit = named(run, at, length, setting);
    if (!hit) continue;
    hits.push(hit);
    at += length - 1;
  }
  return hits;
}

function named(run: DigitRun, at: number, length: number, setting: Setting): Hit | undefined {
  const number = run.digits.slice(at, at + length);
  const place = spanOf(run, at, length);
  const name = nameAt(setting, place.start);
  const kind = 'identity-number';
  const ofColumn = columnAt(setting, place.start)?.shape === 'identity';
  if (isOldIdentityNumber(number, setting.today) && (name?.label === 'identity' || (!name && ofColumn)))
    return {
      kind,
      severity: 'block',
      ...place,
      why: `15 位，行政区划和出生日期符合第一代公民身份号码的规则${name ? `，${bySign(name)}` : '，同栏都是身份证号'}。`,
    };
  if (name?.label !== 'identity' || isCreditCode(number)) return undefined;
  return {
    kind,
    severity: 'review',
    ...place,
    why: `${bySign(name)}，但位数或内容不符合规则，可能抄错，请核对。`,
  };
}
