/** Small Chinese numbers as time limits write them: 十五, 二十, 三十; and Arabic ones, full-width included. */
const digits = '零一二三四五六七八九';

/** Undefined when the text is no number up to 99 (or Arabic up to four digits). */
export function numberOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll('两', '二').replaceAll('〇', '零');
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain);
  if (!found || plain === '') return undefined;
  const [, tens, ten, ones] = found;
  if (ten === undefined) return tens !== undefined && ones === undefined ? digits.indexOf(tens) : undefined;
  return (
    (tens === undefined ? 1 : digits.indexOf(tens)) * 10 + (ones === undefined ? 0 : digits.indexOf(ones))
  );
}
