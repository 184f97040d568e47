/** Whether extracted characters are language at all: fonts without a map to Unicode give rubbish, silently. */

/** The commonest characters of official Chinese; they make up 30 to 45 % of such texts, and of lists still 5 %. */
const common = new Set(
  '的一是在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进等部度家电力如水化高自二理起小物现实加量都两体制当使点从业本去性好应开它合还因由其些然前外天政四日社义事平形相全表间与关各重新线内数正公县府通知办单位名安保',
);
const chinese = /\p{Script=Han}/gu;
const enough = 100;

/** `unmapped`: share of characters that the file's font does not map to Unicode. */
export function looksLikeText(text: string, unmapped: number): boolean {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/[\p{L}\p{N}]/gu) ?? [];
  if (letters.length === 0) return false;
  const han = sample.match(chinese) ?? [];
  if (unmapped > 0.1 || (unmapped > 0.01 && han.length < letters.length * 0.1)) return false;
  if (han.length < enough) return true;
  return han.filter((c) => common.has(c)).length / han.length > 0.03;
}
