/** Numbers that somebody masked already: told so that the mask is looked at, blocked by nobody. */
import { nameAt, type Setting } from './setting.ts';
import type { Hit } from './types.ts';

const masked = /(?<![\dA-Za-z])(\d{2,14})([*xX×●■□▇█#•]{2,16})(\d{0,8}[\dXx]?)(?![\dA-Za-z*])/g;

export function findMasked(setting: Setting): Hit[] {
  if (!/\d[*xX×●■□▇█#•]{2}/.test(setting.text)) return [];
  return Array.from(setting.text.matchAll(masked)).flatMap((match) => {
    const [found, head = '', mask = '', tail = ''] = match;
    const kind = kindOf(head, found.length, nameAt(setting, match.index)?.label);
    if (!kind) return [];
    const start = match.index;
    // The date and the check digit narrow few hidden digits down to one or two numbers.
    const guessable = kind !== 'mobile-phone' && mask.length <= 3 && head.length + tail.length >= 12;
    return {
      kind,
      severity: guessable ? 'review' : 'note',
      start,
      end: start + found.length,
      why: guessable
        ? `已遮蔽，但只遮了 ${mask.length} 位，可以推算出来，请多遮几位或删去。`
        : `已遮蔽 ${mask.length} 位，请确认其余部分与姓名、住址合在一起仍认不出本人。`,
    };
  });
}

function kindOf(head: string, length: number, label: string | undefined): Hit['kind'] | undefined {
  if (label === 'identity') return 'identity-number';
  if (label === 'account') return 'account-number';
  if (label !== undefined && label !== 'phone') return undefined;
  if (length === 11 && /^1[3-9]/.test(head)) return 'mobile-phone';
  if ((length === 18 || length === 15) && /^[1-689]\d/.test(head)) return 'identity-number';
  return length >= 16 && length <= 19 && head.startsWith('62') ? 'bank-card' : undefined;
}
