/** 发文字号, e.g. 示政办发〔2026〕12号 (GB/T 9704-2012, 7.2.5). Brackets are typed in every way; years in four digits. */
import { compact } from './clean.ts';

const open = '[〔\\[({【〖〈<《「]';
const close = '[〕\\])}】〗〉>》」]';
const number = new RegExp(
  `^(?:发文字号[:：]?|文号[:：]?)?([\\p{Script=Han}()]{2,20}?)${open}((?:19|20)\\d{2})年?${close}(?:第)?0*(\\d{1,5})号`,
  'u',
);
/** What may stand beside it on its line: who signed (7.2.6), or the mark of urgency or copies. */
const beside = /^(签发人[:：]?[\p{Script=Han}、]{0,20})?$/u;

/** The number in its proper brackets when the line holds nothing else; a number cited in a sentence is none. */
export function documentNumberLine(line: string): string | undefined {
  const text = compact(line);
  const found = number.exec(text);
  if (found) {
    if (!beside.test(text.slice(found[0].length))) return undefined;
    return `${found[1]}〔${found[2]}〕${found[3]}号`;
  }
  // Orders and announcements only count: 第3号, 2026年第3号.
  return /^\(?((?:(?:19|20)\d{2}年)?第\d{1,4}号)\)?$/.exec(text)?.[1];
}
