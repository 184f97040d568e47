/** Text with full-width forms and odd dashes made plain; every character keeps its place. */

const dashes = /[‐‑‒–—―−﹣－ー]/;

/** Same length as `text`, so that offsets hold in both. */
export const plain = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => plainCharacter(text[i]!)).join('');

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (dashes.test(character)) return '-';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return /\s/.test(character) && character !== '\t' ? ' ' : character;
}
