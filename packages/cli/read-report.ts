/** What `gongkai read` prints for people: short, aligned, only what is there. */
import { chineseDate } from '@gongkai/calendar/local-date.ts';
import { markOf } from '@gongkai/domain/attribute.ts';
import type { Candidate, MarkPosition, Particulars } from '@gongkai/domain/particulars.ts';
import type { ReadLine } from './read-line.ts';

const positionName: Record<MarkPosition, string> = {
  'below-date': '成文日期下方',
  'above-imprint': '版记上方',
  imprint: '版记中',
  end: '文末',
  head: '文首',
  card: '网页登记表',
};
type Row = readonly [name: string, value: string | undefined];

/** Guesses are said to be guesses. */
const sure = (value: string, certainty: 'certain' | 'likely' | undefined): string =>
  certainty === 'likely' ? `${value}（推断，请核对）` : value;

export function report({
  file,
  type,
  metadata,
  found,
  particulars,
  contradictions,
  hidden,
  problems,
  secrecy,
  text,
}: ReadLine): string {
  const { title, documentNumber, issuer, writtenDate } = metadata;
  const known = (value: string | null, field: keyof ReadLine['found']): string =>
    value === null ? '（未找到）' : sure(value, found[field]?.certainty);
  const rows: Row[] = [
    ['密级', secrecy && `${secrecy.level}　${secrecy.reason}`],
    ['标题', known(title, 'title')],
    ['文号', known(documentNumber, 'documentNumber')],
    ['发文机关', known(issuer, 'issuer')],
    ['成文日期', known(writtenDate === null ? null : chineseDate(writtenDate), 'writtenDate')],
    ['公开标注', markText(particulars)],
    ...particularRows(particulars),
    ...contradictions.map((c): Row => ['矛盾', c.sentence]),
    ...problems.filter((p) => !contradictions.some((c) => c.sentence === p)).map((p): Row => ['注意', p]),
    ...hidden.map((h): Row => ['隐藏内容', `（${h.place}）${h.text}`]),
  ];
  return [`${file}（${type}）`, ...rows.flatMap(aligned), '', text].join('\n');
}

const markText = ({ marks: [mark] }: Particulars): string =>
  mark
    ? sure(`${markOf[mark.value]}，原文“${mark.where}”，在${positionName[mark.position]}`, mark.certainty)
    : '（未找到）';

function particularRows(p: Particulars): Row[] {
  return [
    ['文种', p.kind?.value],
    ['主送机关', p.addressees?.value.join('，')],
    ['签发人', p.signers?.value.join('、')],
    ['紧急程度', p.urgency?.value],
    ['份号', p.copyNumber?.value],
    ['转发或印发', p.forwards?.value],
    ...p.attachments.map((a, i): Row => [
      `附件${i + 1}`,
      `${a.value}（${a.inText ? '在文中' : '不在文中'}）`,
    ]),
    ['抄送机关', p.copiedTo?.value.join('，')],
    [
      '印发',
      p.printed &&
        `${p.printed.value.by ?? ''} ${p.printed.value.date ? chineseDate(p.printed.value.date) : ''}`.trim(),
    ],
    ['主题分类', proposals(p.subjects)],
    ['所属领域', proposals(p.fields)],
  ];
}

const proposals = (candidates: readonly Candidate[]): string | undefined =>
  candidates.length === 0
    ? undefined
    : `建议 ${candidates.map((c) => `${c.name}（${c.because.join('、')}）`).join('；')}`;

/** Names are of two to five Chinese characters, which are two columns wide. */
const aligned = ([name, value]: Row): string[] =>
  value === undefined || value === ''
    ? []
    : [`  ${name}${'\u3000'.repeat(Math.max(0, 5 - name.length))} ${value}`];
