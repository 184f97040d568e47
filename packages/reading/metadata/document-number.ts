/**
 * 发文字号, e.g. 示政办发〔2026〕12号 (GB/T 9704-2012, 7.2.5). Brackets are typed in every way, or forgotten on one
 * side; years in four digits. Orders, announcements and minutes only count: 第3号, 2026年第3号, 第5期.
 */
import { compact } from '../clean.ts';
import { isOrganName } from './organ-name.ts';
import { chineseYear, numberOf } from './written-date.ts';

const open = '[〔\\[({【〖〘〚⟦〈<《「『〝]';
const close = '[〕\\])}】〗〙〛⟧〉>》」』〞]';
/** The zero typed as a letter or taken from Chinese numerals. */
const year = '((?:19|20)[\\dOo〇○]{2}|[一二][一二三四五六七八九〇○零0Oo]{3})年?';
const count = '(第)?((?:\\d[\\dOolI]{0,4}|[一二三四五六七八九十]{1,3}))-?([号期])';
const code = '([\\p{Script=Han}()A-Za-z×○*]{0,20}?)';
const label = '(?:(?:发文字号|发文号|文号|文件编号|编号|字号)[:：]?)?';
const brackets = `(?:${open}${year}${close}?|${year}${close})`;
const whole = new RegExp(`^${label}${code}${brackets}${count}$`, 'u');
/** `示政发2026 12号`: the brackets fell out on the way through a web form. */
const bare = new RegExp(
  `^${label}([\\p{Script=Han}]{2,12}(?:发|函|办|字|规|复|报|呈|请|任|通|令))(20\\d{2})第?(\\d{1,4})号$`,
  'u',
);
const serial =
  /^\(?((?:20|19)\d{2}年)?\(?第\(?([\d一二三四五六七八九十]{1,4})\)?([号期])\)?(?:\(总第?\d+期\))?$/;
const serialAfterKind =
  /(?:令|公告|通告|纪要|公报)\(?((?:20|19)\d{2}年)?第([\d一二三四五六七八九十]{1,4})([号期])\)?$/;
/** A sentence that cites a number, not a code. */
const citing = /根据|按照|依据|关于|参照|执行|见/;
/** What may stand beside it on its line: who signed (7.2.6), degrees, the class of an answer to delegates, the body. */
const beside =
  /^(?:(?:签发人|会签人|签发)[:：]?[\p{Script=Han}、·]{0,40}|(?:等级)?(?:特急|加急|平急|特提|急件)[·•・.]?(?:明电)?|(?:类别|类)?[:：]?[ABC]|文件|无密级|公开|\((?:公开|主动公开)\)|\d{1,8}|份号[:：]?\d*)$/u;

/** The number in its proper brackets when the line holds nothing else; a number cited in a sentence is none. */
export function documentNumberLine(line: string): string | undefined {
  if (line.length > 120) return undefined;
  const text = compact(line);
  const inner = /^\(([^()]+(?:\(\d{4}\))?[^()]*)\)$/.exec(text)?.[1];
  return (
    piecewise(line) ??
    wholeNumber(text) ??
    (inner === undefined ? undefined : wholeNumber(inner)) ??
    farRight(line)
  );
}

/** `示范县民政局 示民函〔2026〕3号 签发人：王某某`: one piece is the number, the others may stand beside it. */
function piecewise(line: string): string | undefined {
  const parts = line
    .split(/[\s\u3000]+/)
    .map((part) => compact(part))
    .filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  for (let from = 0; from < parts.length; from++)
    for (let to = parts.length; to > from; to--) {
      if (from === 0 && to === parts.length) continue;
      const number = wholeNumber(parts.slice(from, to).join(''));
      if (number === undefined || number.startsWith('〔')) continue;
      const before = parts.slice(0, from).join('');
      const after = parts.slice(to).join('');
      if ((before === '' || beside.test(before) || isBody(before)) && (after === '' || beside.test(after)))
        return number;
    }
  return undefined;
}

/** Behind a wide gap, whatever stands before it: telegrams name sender and degree on the same line. */
function farRight(line: string): string | undefined {
  const parts = line.split(/\t|\s{3,}|\u3000{2,}/);
  const last = compact(parts.at(-1) ?? '');
  const number = parts.length > 1 && !/[。；，,《]/.test(line) ? wholeNumber(last) : undefined;
  return number?.includes('〔') && !number.startsWith('〔') ? number : undefined;
}

function wholeNumber(text: string): string | undefined {
  const signed = text
    .replace(/^.*文件(?=..)/u, '')
    .replace(/(?:签发人|会签人)[:：]?[\p{Script=Han}、·]{0,40}$/u, '');
  const found = whole.exec(signed);
  if (found) {
    const [, organ = '', inBrackets, closedOnly, ordinal, number = '', unit] = found;
    if (citing.test(organ)) return undefined;
    const n = numberIn(number);
    return `${organ}〔${yearIn(inBrackets ?? closedOnly ?? '')}〕${unit === '期' && ordinal ? '第' : ''}${n}${unit}`;
  }
  const forgotten = bare.exec(signed);
  if (forgotten && !citing.test(forgotten[1]!))
    return `${forgotten[1]}〔${forgotten[2]}〕${Number(forgotten[3])}号`;
  const counted = serial.exec(signed);
  if (counted) return `${counted[1] ?? ''}第${serialIn(counted[2]!)}${counted[3]}`;
  const [, inYear = '', afterKind, ofKind] =
    (signed.length <= 40 && !signed.includes('关于') && serialAfterKind.exec(signed)) || [];
  return afterKind === undefined ? undefined : `${inYear}第${serialIn(afterKind)}${ofKind}`;
}

/** Longer than the codes that look like one: 示政办. */
const isBody = (text: string): boolean => text.length > 3 && isOrganName(text.replace(/文件$/, ''));
const serialIn = (text: string): number => (/^\d/.test(text) ? Number(text) : numberOf(text));
const yearIn = (text: string): number =>
  /^[12]/.test(text) ? Number(text.replaceAll(/[Oo〇○]/g, '0')) : chineseYear(text);
const numberIn = (text: string): number =>
  /^\d/.test(text) ? Number(text.replaceAll(/[Oo]/g, '0').replaceAll(/[lI]/g, '1')) : numberOf(text);

/** The number that a title carries in brackets at its end, as web pages print it, and the title without it. */
export function numberAfterTitle(title: string): { title: string; number: string } | undefined {
  const text = title.trim();
  const found = /^(.{4,}?)\s*[（(]([^（）()]{2,20}[〔[［(（【]\d{4}[〕\]］)）】]第?\d{1,4}号)[）)]$/u.exec(
    text,
  );
  const number = found ? wholeNumber(compact(found[2]!)) : undefined;
  if (found && number !== undefined) return { title: found[1]!, number };
  // The count of an announcement is part of how it is called.
  const counted = /[（(](第\d{1,4}号)[）)]$/u.exec(text)?.[1];
  return counted === undefined ? undefined : { title: text, number: counted };
}

/** 机关代字 alone: 示财函. */
export const isCode = (text: string): boolean =>
  /^\p{Script=Han}{1,8}[发函办字规复报请呈议任通令告]$/u.test(text) && !isOrganName(text);
