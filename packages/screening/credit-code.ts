/** Unified social credit codes of organisations (GB 32100-2015): no personal data, but they look like identity numbers. */
import type { Span } from './tables.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const size = alphabet.length;

/** Weights are powers of 3 modulo 31; the check character completes the sum to a multiple of 31. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    const value = alphabet.indexOf(code[i]!);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % size;
  }
  return alphabet[(size - (sum % size)) % size] === code[17];
}

/** Codes with a letter in them, which nothing else looks like; a wrong check character makes them no number of a person. */
export function findCreditCodes(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: word } of text.matchAll(
    /(?<![0-9A-Za-z])[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]{17}(?![0-9A-Za-z])/g,
  ))
    if (/[A-WYZ]/.test(word) || (isCreditCode(word) && /[A-Z]/.test(word.slice(0, 17))))
      spans.push({ start: index, end: index + 18 });
  return spans;
}
