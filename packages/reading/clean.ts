/** Text without what nobody can see: control characters break feeds, zero-width ones hide numbers. */

const invisible = /(?!\t)[\p{Cc}\p{Cf}\uFFFE\uFFFF]/gu;

/** Vertical tab (Word's manual line break), form feed and the Unicode separators are line ends too. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** Well-formed lines without control characters, trimmed; empty ones are left out. */
export const lines = (text: string): string[] =>
  text
    .split(lineEnd)
    .map((line) => line.replace(invisible, '').replaceAll('\u00A0', ' ').toWellFormed().trim())
    .filter((line) => line !== '');

/** Nothing to clean: visible ASCII, Chinese characters and punctuation, no space. Most cells of a table. */
const clean = /^[!-~\u3001-\u301F\u4E00-\u9FFF\uFF01-\uFF5E]*$/;

/** The same on one line: no space between Chinese characters, one elsewhere. */
export const oneLine = (text: string): string => (clean.test(text) ? text : cleaned(text));

const cleaned = (text: string): string =>
  lines(text.replaceAll('\t', ' '))
    .join('\n')
    .replaceAll(/(?<=\p{Script=Han})\n(?=\p{Script=Han})/gu, '')
    .replaceAll('\n', ' ');

/** For comparing: NFKC, no white space. `（此件 公开）` becomes `(此件公开)`. */
export const compact = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');
