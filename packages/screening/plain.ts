/** Text as recognisers read it: full-width forms and odd dashes plain, invisible characters gone. */

export interface Plain {
  text: string;
  /** For each unit of `text` its place in the source; absent where places are the same. */
  from?: number[];
}

const dashes = '‐‑‒–—―−﹣－';
const dots = '•∙・‧⋅';
/** Zero-width and other characters that print nothing, but part the digits of a number. */
const invisible = /[\p{Cf}\p{Variation_Selector}\u034F\u115F\u1160\u3164\uFFA0]/u;
const changing = new RegExp(`[${dashes}${dots}\uFF01-\uFF5E]|(?![\\t ])\\s`, 'gu');
/** Digits of other scripts and of mathematics. */
const otherDigit = /(?![0-9\uFF10-\uFF19])\p{Nd}/u;
const needsMap = new RegExp(`${invisible.source}|${otherDigit.source}`, 'u');

export function plain(source: string): Plain {
  if (!needsMap.test(source)) return { text: source.replaceAll(changing, plainCharacter) };
  let text = '';
  const from: number[] = [];
  let at = 0;
  for (const character of source) {
    const shown = invisible.test(character)
      ? ''
      : otherDigit.test(character)
        ? digitOf(character)
        : character.replaceAll(changing, plainCharacter);
    for (let i = 0; i < shown.length; i++) from.push(at + (shown.length === character.length ? i : 0));
    text += shown;
    at += character.length;
  }
  return { text, from: [...from, at] };
}

/** The place in the source of an offset in the plain text; `end` offsets stand behind the unit before them. */
export const sourceStart = ({ from }: Plain, at: number): number => from?.[at] ?? at;
export const sourceEnd = ({ from }: Plain, end: number): number => (from ? (from[end - 1] ?? 0) + 1 : end);

function plainCharacter(character: string): string {
  if (dashes.includes(character)) return '-';
  if (dots.includes(character)) return '·';
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' ';
}

/** Decimal digits come in runs of ten whose first has a value of zero (Unicode, chapter 4.6). */
function digitOf(character: string): string {
  const normal = character.normalize('NFKC');
  if (/^[0-9]$/.test(normal)) return normal;
  let zero = character.codePointAt(0)!;
  for (let i = 0; i < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1)); i++) zero--;
  return String((character.codePointAt(0)! - zero) % 10);
}
