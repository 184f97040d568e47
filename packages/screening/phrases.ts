/** Words that keep a paper inside, where they mark it: in a sentence they are ordinary words of this field. */
import { secrecyLevel } from '@gongkai/reading/secrecy.ts';
import type { Hit } from './types.ts';

const phrase =
  '内部(?:资料|文件|材料|使用|参考|传阅|刊物|掌握|事项|情况)|仅供(?:内部|领导)(?:使用|参考|传阅)|(?:注意|妥善)(?:保存|保管|保密)|(?:不得|请勿|严禁|禁止|切勿)(?:外传|外泄|扩散|翻印|复印|公开|转载|拍照|对外公布|上网)|工作秘密(?:事项)?|(?:阅后|用后|会后)(?:收回|销毁|即焚|退回)|不公开出版|涉密(?:文件|资料|材料)?|征求意见稿.{0,4}不得外传';
const alone = new RegExp(
  `^[(\\[【<《]?(?:(?:${phrase})[,，、;；.。·!！★☆*]*)+(?:\\d{1,2}(?:年|个月))?[)\\]】>》]?$`,
);
/** A sentence about this very paper. */
const aboutThis =
  /(?:本|此|该)(?:件|文|文件|材料|资料|名单|方案|通知|表|稿|报告|册|数据)[^。;\n]{0,12}?(?:(?:不得|请勿|严禁|禁止|切勿)(?:外传|外泄|扩散|翻印|复印|转载|上网|对外公布)|仅供内部|(?:阅|用|会)后(?:收回|销毁|退回)|属于?工作秘密)/g;

/** `text` is plain (full-width forms made half-width). */
export function findPhrases(text: string): Hit[] {
  const whole = { start: 0, end: text.length };
  const compact = text.replaceAll(/\s/g, '');
  if (compact.length <= 60 && alone.test(compact))
    return [{ kind: 'internal-phrase', severity: 'review', ...whole, why: '单独成行的内部使用标志。' }];
  // A mark in the header refuses the file at reading; here it stands elsewhere, e.g. on an annex bound in.
  if (/[★☆*]/.test(text) && secrecyLevel(text) !== undefined)
    return [{ kind: 'secrecy-mark', severity: 'block', ...whole, why: '单独成行的密级和保密期限标志。' }];
  return Array.from(text.matchAll(aboutThis), ({ index, 0: found }) => ({
    kind: 'internal-phrase',
    severity: 'review',
    start: index,
    end: index + found.length,
    why: '文中说明这份材料本身不得外传或者仅供内部使用。',
  }));
}
