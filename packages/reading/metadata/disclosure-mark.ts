/**
 * The disclosure mark of a line that holds nothing else. National practice knows three attributes
 * (国办发〔2016〕80号), the county's form four marks (耿政办发〔2020〕49号); in the wild they are worded in many ways.
 */
import type { Attribute } from '@gongkai/domain/attribute.ts';
import { compact } from '../clean.ts';

const subject = '(?:此|本|该)(?:件|文件|文|公文|通知|公告)(?:的)?(?:公开)?(?:属性[为是:]?|属于|属)?';
const label =
  '(?:政府)?(?:信息|政务|文件|公文)?(?:是否公开|公开(?:方式|属性|选项|类型|类别|形式|标识|范围|程度|级别|情况))[:为是]?';
const wordings: readonly [Attribute, string][] = [
  [
    'redacted',
    '(?:经|予以)?(?:适当)?(?:删减|删节|删除|处理|隐去)(?:部分)?(?:敏感)?(?:内容|信息)?(?:后)?(?:主动|依法|可以|可)?(?:予以)?(?:公开|发布|公开发布)|部分公开|有删[减节]',
  ],
  ['on-request', '(?:属于?)?(?:依法|可|可以|经)?依?(?:公民)?申请(?:后)?(?:予以)?公开(?:发布)?'],
  [
    'withheld',
    '(?:属于?)?(?:暂)?(?:不予|不宜|不得|不|免予|非)(?:主动|对外|向社会)?(?:公开|发布)(?:发布)?|否',
  ],
  [
    'public',
    '(?:属于?)?(?:可以|可|予以|全文|依法)?(?:主动|全文|公开|对外|向社会|予以)*(?:公开|发布)(?:、?(?:可)?登报)?|是',
  ],
];
const patterns = wordings.map(
  ([attribute, wording]) => [attribute, new RegExp(`^(?:${subject}|${label})?(?:${wording})$`)] as const,
);
const named = new RegExp(`^(?:${subject}|${label})`);
const labelled = new RegExp(`^${label}`);
const opening = /^[([{【〔〖《〈<"“'「『]+/;
const closing = /[)\]}】〕〗》〉>"”'」』]+$/;
/** 附注 may go on in further brackets, e.g. with the contact of a 请示. */
const furtherNotes = /(?<=[)\]】〕])[([【〔].*[)\]】〕]$/;
const ticked = /[■▲☑√✓✔●☒]/;
const sign = /[■▲☑√✓✔●☒□口○☐]/g;

/**
 * The attribute stated by this line, or undefined when it is not a mark. `bare` also takes the wording alone
 * (`主动公开`), which counts only where nothing but a mark can stand.
 */
export function markLine(line: string, bare = false): Attribute | undefined {
  if (line.length > 200) return undefined;
  const text = compact(line)
    .replace(furtherNotes, '')
    .replace(/[。.;；,，]$/, '');
  const isBracketed = opening.test(text) && closing.test(text);
  const wording = text
    .replace(opening, '')
    .replace(closing, '')
    .replace(/[。.;；,，]$/, '');
  if (labelled.test(wording) && ticked.test(wording)) return tickedOption(wording);
  if (/^(?:是|否)$/.test(wording)) return undefined;
  if (!isBracketed && !bare && !named.test(wording)) return undefined;
  return patterns.find(([, pattern]) => pattern.test(wording))?.[0];
}

/** `公开属性：☑主动公开 □依申请公开 □不予公开`, the sign before or behind its option; undefined unless one is chosen. */
function tickedOption(text: string): Attribute | undefined {
  const options = text.replace(labelled, '');
  const parts = options.split(sign).map((part) => part.replaceAll(/[、,，;；]/g, ''));
  const signs = options.match(sign) ?? [];
  const at = signs.findIndex((s) => ticked.test(s));
  if (signs.filter((s) => ticked.test(s)).length !== 1) return undefined;
  // Before the option, unless the text begins with an option and ends with a sign.
  return attributeOf((parts[0] === '' || parts.at(-1) !== '' ? parts[at + 1] : parts[at]) ?? '');
}

const attributeOf = (wording: string): Attribute | undefined =>
  (patterns.find(([, pattern]) => pattern.test(wording)) ??
    wordings.find(([, option]) => new RegExp(`^(?:${option})`).test(wording)))?.[0];

/** Whether options are on offer: then only the chosen one says anything. */
export const offersOptions = (line: string): boolean => {
  const wording = compact(line);
  return labelled.test(wording) && wording.search(sign) >= 0;
};

/** The mark in brackets at the end of a line whose text is something else: a date, the last sentence. */
export function trailingMark(line: string): { attribute: Attribute; before: string } | undefined {
  if (line.length > 2000) return undefined;
  const found = /^(.*?)[\s\u3000]*([（(【〔[]\s*此\s*件[^（()）]{2,20}[）)】〕\]])[。\s]*$/u.exec(line);
  const attribute = found?.[2] === undefined ? undefined : markLine(found[2]);
  return found && attribute !== undefined && found[1] !== ''
    ? { attribute, before: found[1]!.trim() }
    : undefined;
}
