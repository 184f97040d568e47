/**
 * Chinese has no spaces: what is indexed are pairs of neighbouring characters, which find every word of two or more
 * wherever it stands, also words no dictionary has (耿马, 孟定). Latin words and numbers are indexed whole.
 */

const runs = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv;
const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);

/** One form for one meaning: full width, compatibility forms and capitals are no other words. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What an index holds of a text, separated by spaces; the last character of a run stands for itself, too. */
export function indexWords(text: string): string {
  const words: string[] = [];
  for (const [run] of plain(text).matchAll(runs)) {
    if (!isHan(run)) words.push(run);
    else for (const pair of [...pairs(run), charactersOf(run).at(-1)!]) words.push(pair);
  }
  return words.join(' ');
}

export interface Term {
  /** As it stands in plain text. */
  text: string;
  /** All of these must be there. */
  words: string[];
  /** A single character: any word that begins with it. */
  prefix?: true;
}

/** What people typed, run by run. */
export function termsOf(query: string): Term[] {
  return [...plain(query).matchAll(runs)].map(([text]): Term => {
    if (!isHan(text)) return { text, words: [text] };
    return charactersOf(text).length === 1
      ? { text, words: [text], prefix: true }
      : { text, words: pairs(text) };
  });
}

/** Whole characters, also those beyond the first 65,536 (𠮷). */
export const charactersOf = (text: string): string[] => Array.from(text);

export function pairs(run: string): string[] {
  const characters = charactersOf(run);
  return characters.slice(1).map((character, i) => characters[i]! + character);
}
