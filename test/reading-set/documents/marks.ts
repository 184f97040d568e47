/** The disclosure mark in every wording and place, absent, contradicted, or only spoken of. */
import type { Attribute } from '@gongkai/domain/attribute.ts';
import type { Labelled } from '../labelled.ts';

const notice = (
  id: string,
  end: string,
  mark: Attribute | null,
  more: Partial<Labelled['expected']> = {},
): Labelled => ({
  id: `mark-${id}`,
  text: `
^示范县交通运输局文件
^示交发〔2026〕20号
=示范县交通运输局关于开展公路养护
=作业安全检查的通知
各乡镇人民政府，局属各单位：
为加强公路养护作业安全管理，决定开展专项检查，现将有关事项通知如下。
一、检查时间为2026年9月1日至2026年9月20日。
${end}`,
  expected: {
    title: '示范县交通运输局关于开展公路养护作业安全检查的通知',
    documentNumber: '示交发〔2026〕20号',
    issuer: '示范县交通运输局',
    writtenDate: '2026-08-26',
    mark,
    kind: '通知',
    addressees: ['各乡镇人民政府', '局属各单位'],
    ...more,
  },
});
const signed = '>示范县交通运输局\n>2026年8月26日\n';

export const marks: readonly Labelled[] = [
  notice('spaced', `${signed}（此 件 公 开 发 布）`, 'public'),
  notice('half-width', `${signed}(此件依申请公开)`, 'on-request'),
  notice('square', `${signed}〔此件不予公开〕`, 'withheld'),
  notice('this-document', `${signed}（此文件公开发布）`, 'public'),
  notice('redacted', `${signed}（此件删减后公开）`, 'redacted'),
  notice('redacted-published', `${signed}（此件经删减后公开发布）`, 'redacted'),
  notice('label', `${signed}公开属性：依申请公开`, 'on-request'),
  notice('label-spaced', `${signed}公开方式： 主动公开`, 'public'),
  notice('ticked', `${signed}公开属性：□主动公开　☑依申请公开　□不予公开`, 'on-request'),
  notice('no-brackets', `${signed}此件公开发布`, 'public'),
  notice(
    'contact-between',
    `${signed}（联系人：某某某　联系电话：0990-6120456）\n（此件公开发布）`,
    'public',
  ),
  notice('same-line-as-date', `>示范县交通运输局\n>2026年8月26日（此件公开发布）`, 'public'),
  notice('cell', `${signed}|（此件公开发布）|\n`, 'public'),
  notice(
    'in-imprint',
    `${signed}公开方式：主动公开\n抄送：市交通运输局。\n示范县交通运输局办公室　2026年8月27日印发`,
    'public',
    {
      copiedTo: ['市交通运输局'],
      printed: { by: '示范县交通运输局办公室', date: '2026-08-27' },
    },
  ),
  notice(
    'behind-annex',
    `附件：检查表\n${signed}附件\n=检查表\n|项目|结果\n|标志标牌|\n（此件依申请公开）\n抄送：市交通运输局。\n示范县交通运输局办公室　2026年8月26日印发`,
    'on-request',
    {
      attachments: { 检查表: true },
      copiedTo: ['市交通运输局'],
      printed: { by: '示范县交通运输局办公室', date: '2026-08-26' },
    },
  ),
  notice('absent', signed, null),
  notice(
    'spoken-of',
    `二、各单位制发文件应当标注“此件公开发布”“此件不公开”等公开属性，不得漏标。\n三、凡标注（此件依申请公开）的文件，由办公室统一答复。\n${signed}`,
    null,
  ),
  notice(
    'spoken-of-and-marked',
    `二、各单位制发文件应当标注“此件公开发布”“此件不公开”等公开属性。\n${signed}（此件不公开）`,
    'withheld',
  ),
  notice(
    'two',
    `${signed}（此件公开发布）\n抄送：市交通运输局。\n公开属性：不予公开\n示范县交通运输局办公室　2026年8月26日印发`,
    'public',
    {
      contradictions: ['mark-against-mark'],
      copiedTo: ['市交通运输局'],
      printed: { by: '示范县交通运输局办公室', date: '2026-08-26' },
    },
  ),
  notice('other-brackets', `${signed}（此件发至乡镇级）`, null),
];
