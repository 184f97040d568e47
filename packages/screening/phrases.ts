/** Words that keep a paper inside, where they stand alone: in a sentence they are ordinary words of this field. */
import { secrecyLevel } from '@gongkai/reading/secrecy.ts';
import type { Hit } from './types.ts';

const phrase =
  '内部(?:资料|文件|材料|使用|参考|传阅|刊物|掌握)|仅供内部(?:使用|参考|传阅)|(?:注意|妥善)(?:保存|保管|保密)|(?:不得|请勿|严禁|禁止)(?:外传|外泄|翻印|复印|公开|对外公布)|工作秘密|(?:阅后|用后)(?:收回|销毁|即焚)|不公开出版';
const alone = new RegExp(`^[(\\[【<《]?(?:(?:${phrase})[,，、;；.。·!！]?)+(?:\\d{1,2}年)?[)\\]】>》]?$`);
const inSentence = /(?:不得|请勿|严禁|禁止)外传|阅后(?:收回|销毁)|仅供内部(?:使用|参考|传阅)/g;

/** `text` is plain (full-width forms made half-width). */
export function findPhrases(text: string): Hit[] {
  const whole = { start: 0, end: text.length };
  const compact = text.replaceAll(/\s/g, '');
  if (compact.length <= 100 && alone.test(compact))
    return [{ kind: 'internal-phrase', severity: 'review', ...whole }];
  // A mark in the header refuses the file at reading; here it stands elsewhere, e.g. on an annex bound in.
  if (/[★☆*]/.test(text) && secrecyLevel(text) !== undefined)
    return [{ kind: 'secrecy-mark', severity: 'block', ...whole }];
  return Array.from(text.matchAll(inSentence), ({ index, 0: found }) => ({
    kind: 'internal-phrase',
    severity: 'review',
    start: index,
    end: index + found.length,
  }));
}
