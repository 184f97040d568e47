/** Telephones and mail addresses. Those of offices are meant to be public, so a person looks. */
import type { Hit } from './types.ts';

const mobile = /(?<![\dA-Za-z])(?:(?:\+|00)?86[ -]?)?(1[3-9]\d(?:[ -]?\d){8})(?!\d)/g;
const landline = /(?<![\dA-Za-z.])(?:\(0\d{2,3}\) ?|0\d{2,3}[ -])\d{7,8}(?:[-转]\d{1,6})?(?![\dA-Za-z])/g;
/** Without an area code apart, only where the words before say so. */
const bare = /(?<![\dA-Za-z.])0?\d{7,11}(?![\dA-Za-z])/g;
const telephone = /(电话|传真|热线|座机|联系方式|Tel)[^\d]{0,10}$/i;
const email = /(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;

export function findContacts(line: string, context: (at: number) => string): Hit[] {
  return [
    ...spans(line, mobile, 'mobile-phone'),
    ...spans(line, landline, 'landline'),
    ...spans(line, bare, 'landline').filter(
      ({ start, end }) => !/^1[3-9]\d{9}$/.test(line.slice(start, end)) && telephone.test(context(start)),
    ),
    ...spans(line, email, 'email'),
  ];
}

const spans = (line: string, pattern: RegExp, kind: Hit['kind']): Hit[] =>
  Array.from(line.matchAll(pattern), ({ index, 0: text }) => ({
    kind,
    severity: 'review',
    start: index,
    end: index + text.length,
  }));
