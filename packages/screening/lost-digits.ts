/** Numbers that a spreadsheet kept as quantities: shown as 5.3E+17, with the digits behind the fifteenth lost. */
import { bySign, listOf, nameAt, type Setting } from './setting.ts';
import type { Hit } from './types.ts';

const scientific = /(?<![\d.A-Za-z])[1-9](?:\.\d{1,16})?E\+?1[4-8](?!\d)/gi;

export function findLostDigits(setting: Setting): Hit[] {
  if (!/\dE\+?1[4-8]/i.test(setting.text)) return [];
  return Array.from(setting.text.matchAll(scientific)).flatMap((match) => {
    const name = nameAt(setting, match.index);
    const personal = name?.label === 'identity' || name?.label === 'account';
    if (!personal && (name || !listOf(setting))) return [];
    return {
      kind: name?.label === 'account' ? 'account-number' : 'identity-number',
      severity: 'review',
      start: match.index,
      end: match.index + match[0].length,
      why: `以数字格式存储的长号码，末几位已丢失${name ? `，${bySign(name)}` : '，所在表格列出了个人'}；原件单元格中可能还有更多位数。`,
    };
  });
}
