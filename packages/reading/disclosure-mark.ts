/**
 * The disclosure mark of a line that holds nothing else. National practice knows three attributes
 * (国办发〔2016〕80号), the county's form four marks (耿政办发〔2020〕49号); in the wild they are worded in many ways.
 */
import type { Attribute } from '@gongkai/domain/attribute.ts';
import { compact } from './clean.ts';

const subject = '(?:此|本|该)(?:件|文件|文|公文)(?:的)?(?:属性为|属于)?';
const label = '(?:政府)?(?:信息|政务)?公开(?:方式|属性|选项|类型|类别|形式|标识|范围)[:为]?';
const wordings: readonly [Attribute, string][] = [
  [
    'redacted',
    '(?:经)?(?:删减|删节|处理|隐去部分内容)(?:后)?(?:主动)?(?:予以)?(?:公开|发布|公开发布)|部分公开',
  ],
  ['on-request', '(?:依法|可)?依?申请公开(?:发布)?'],
  ['withheld', '(?:暂)?(?:不予|不宜|不得|不|免予|非)(?:主动)?公开(?:发布)?'],
  ['public', '(?:可以|可|予以|全文)?(?:主动|全文|公开|对外)*(?:公开|发布)'],
];
const patterns = wordings.map(
  ([attribute, wording]) => [attribute, new RegExp(`^(?:${subject}|${label})?(?:${wording})$`)] as const,
);
const named = new RegExp(`^(?:${subject}|${label})`);
const bracketed = /^[([{【〔〖《<"“']+(.*?)[)\]}】〕〗》>"”']+$/;
/** 附注 may go on in further brackets, e.g. with the contact of a 请示. */
const furtherNotes = /(?<=[)\]】〕])[([【〔].*[)\]】〕]$/;

/**
 * The attribute stated by this line, or undefined when it is not a mark. `bare` also takes the wording alone
 * (`主动公开`), which counts only where nothing but a mark can stand.
 */
export function markLine(line: string, bare = false): Attribute | undefined {
  if (line.length > 200) return undefined;
  const text = compact(line)
    .replace(furtherNotes, '')
    .replace(/[。.;；]$/, '');
  const inner = bracketed.exec(text)?.[1]?.replace(/[。.]$/, '');
  const wording = inner ?? text;
  if (inner === undefined && !bare && !named.test(wording)) return undefined;
  return patterns.find(([, pattern]) => pattern.test(wording))?.[0];
}
