/** Where a document contradicts itself, or what else is known of it. Sentences for the reviewer, who decides. */
import { type Attribute, attributeName } from '@gongkai/domain/attribute.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import type { Metadata } from '@gongkai/domain/document.ts';
import type { Contradiction } from '@gongkai/domain/contradiction.ts';
import type { Particulars } from '@gongkai/domain/particulars.ts';
import { compact } from '../clean.ts';
import { comparable } from './attachments.ts';
import { documentNumberLine } from './document-number.ts';
import { numberFits } from './number-code.ts';
import type { Outline } from './outline.ts';
import { bodiesOfTitle } from './signature.ts';

type Rest = Omit<Particulars, 'contradictions'>;
type Check = (metadata: Metadata, rest: Rest, outline: Outline) => string | false;

const within: readonly [Contradiction['code'], Check][] = [
  [
    'mark-against-mark',
    (_, { marks }) =>
      marks.some((m) => m.value !== marks[0]!.value) &&
      `文中有互相矛盾的公开标识：${[...new Set(marks.map((m) => `“${compact(m.where)}”`))].join('、')}。`,
  ],
  [
    'number-against-issuer',
    ({ documentNumber }, { issuers }) =>
      documentNumber !== null &&
      issuers.length > 0 &&
      !numberFits(
        documentNumber,
        issuers.map((i) => i.value),
      ) &&
      `发文字号“${documentNumber}”的机关代字与发文机关“${issuers.map((i) => i.value).join('、')}”不一致。`,
  ],
  [
    'number-against-date',
    ({ documentNumber, writtenDate }) => {
      const year = /〔(\d{4})〕|^(\d{4})年/.exec(documentNumber ?? '');
      const numbered = year?.[1] ?? year?.[2];
      return (
        numbered !== undefined &&
        writtenDate !== null &&
        !writtenDate.startsWith(numbered) &&
        `发文字号的年份是${numbered}年，成文日期是${writtenDate}。`
      );
    },
  ],
  [
    'title-against-issuer',
    ({ title }, { issuers }) => {
      const named = bodiesOfTitle(title ?? '');
      return (
        named.length > 0 &&
        issuers.length > 0 &&
        !named.some((n) => issuers.some((i) => sameBody(n, i.value))) &&
        `标题中的机关“${named.join('、')}”与落款“${issuers.map((i) => i.value).join('、')}”不一致。`
      );
    },
  ],
  [
    'printed-before-written',
    ({ writtenDate }, { printed }) =>
      writtenDate !== null &&
      printed?.value.date != null &&
      printed.value.date < writtenDate &&
      `印发日期${printed.value.date}早于成文日期${writtenDate}。`,
  ],
  ['kind-against-layout', againstLayout],
  [
    'card-against-document',
    ({ documentNumber }, _, { card }) => {
      const onPage = card.number && documentNumberLine(card.number.value);
      return (
        onPage !== undefined &&
        documentNumber !== null &&
        onPage !== documentNumber &&
        `网页登记的文号“${onPage}”与正文的发文字号“${documentNumber}”不一致。`
      );
    },
  ],
];

/** What the kind demands of the layout: a 请示 has one addressee and a signer (公文处理工作条例 arts 9, 15). */
function againstLayout(
  _: Metadata,
  { kind, signers, addressees, marks }: Rest,
  { header }: Outline,
): string | false {
  const redHead = header.some((l) => compact(l.text).endsWith('文件'));
  if (kind?.value === '请示' && (addressees?.value.length ?? 0) > 1)
    return '请示应当只有一个主送机关，文中有多个。';
  if ((kind?.value === '请示' || kind?.value === '报告') && redHead && !signers)
    return `${kind.value}是上行文，版头应当有签发人，没有找到。`;
  if (kind?.value === '请示' && marks[0]?.value === 'public')
    return '请示一般属于过程性信息（政府信息公开条例第十六条），却标注为公开，请核对。';
  return false;
}

const sameBody = (a: string, b: string): boolean =>
  [a.endsWith(b), b.endsWith(a), a.startsWith(b), b.startsWith(a)].includes(true);

export const contradictionsWithin = (outline: Outline, metadata: Metadata, rest: Rest): Contradiction[] =>
  within.flatMap(([code, check]) => {
    const sentence = check(metadata, rest, outline);
    return sentence === false ? [] : [{ code, sentence }];
  });

export interface Known {
  /** Asia/Shanghai. */
  today?: LocalDate;
  /** What the department declared. */
  declared?: Attribute;
  /** Names of the files handed in besides the document; undefined when only the document itself is at hand. */
  handedIn?: readonly string[];
}

/** Those within the document and those with what else is known of it. */
export function contradictionsOf(
  { metadata, particulars }: { metadata: Metadata; particulars: Particulars },
  { today, declared, handedIn }: Known,
): Contradiction[] {
  const { mark, writtenDate } = metadata;
  const files = (handedIn ?? []).map(comparable);
  const missing = particulars.attachments.filter(
    ({ value, inText }) => !inText && !files.some((f) => alike(f, comparable(value))),
  );
  return [
    ...particulars.contradictions,
    ...(mark !== null && declared !== undefined && mark !== declared
      ? [
          {
            code: 'mark-against-declaration' as const,
            sentence: `文中标注为${attributeName[mark]}，部门申报为${attributeName[declared]}。`,
          },
        ]
      : []),
    ...(writtenDate !== null && today !== undefined && writtenDate > today
      ? [{ code: 'date-in-future' as const, sentence: `成文日期${writtenDate}晚于今天。` }]
      : []),
    ...missing.map(({ value }) => ({
      code: 'attachment-missing' as const,
      sentence: `附件说明列有《${value}》，正文后面和一并提交的文件中都没有找到。`,
    })),
  ];
}

const alike = (file: string, name: string): boolean =>
  name.length > 1 &&
  file.length > 1 &&
  (file.includes(name) || name.includes(file.replace(/^附件\d*/, '') || file));
