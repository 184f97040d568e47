import { describe, expect, it } from 'vitest';
import { lineBlocks } from '../blocks.ts';
import { findMetadata } from '../metadata.ts';

const particularsOf = (...lines: string[]) => findMetadata(lineBlocks(lines.join('\n'))).particulars;
const head = ['示范县民政局文件', '示民发〔2026〕1号', '示范县民政局关于养老服务的通知', '各乡镇人民政府：'];
const end = ['示范县民政局', '2026年9月1日'];

describe('the list of annexes', () => {
  const names = (...list: string[]) =>
    particularsOf(...head, '现通知如下。', ...list, ...end).attachments.map((a) => a.value);
  it.each([
    [['附件：名单'], ['名单']],
    [
      ['附件：1.名单', '2.补贴标准'],
      ['名单', '补贴标准'],
    ],
    [
      ['附件：', '1．名单', '2．补贴标准'],
      ['名单', '补贴标准'],
    ],
    [
      ['附件1：名单', '附件2：补贴标准'],
      ['名单', '补贴标准'],
    ],
    [['附件：1、名单；2、补贴标准。'], ['名单', '补贴标准']],
    [
      ['附件：1.示范县2026年养老服务机构', '运营补贴名单', '2.补贴标准'],
      ['示范县2026年养老服务机构运营补贴名单', '补贴标准'],
    ],
    [['附 件：《养老服务办法》'], ['养老服务办法']],
  ])('%j', (list, found) => expect(names(...list)).toEqual(found));

  it('tells which stand in the same text, by number or by title', () => {
    const found = particularsOf(
      ...head,
      '现通知如下。',
      '附件：1.名单',
      '2.标准',
      ...end,
      '附件2',
      '补贴标准',
      '每人100元。',
    );
    expect(found.attachments.map((a) => a.inText)).toEqual([false, true]);
  });
});

describe('head and imprint', () => {
  it('give copy number, degree, signers, copies and printing', () => {
    const found = particularsOf(
      '000012',
      '特急',
      '示范县民政局文件',
      '示民发〔2026〕1号　　签发人：王某某　李　某',
      '示范县民政局关于养老服务的请示',
      '县人民政府：',
      '请予解决。',
      ...end,
      '抄送：县财政局，县审计',
      '局。',
      '示范县民政局办公室　2026年9月3日印发',
    );
    expect(found).toMatchObject({
      copyNumber: { value: '000012', line: 0 },
      urgency: { value: '特急' },
      signers: { value: ['王某某', '李某'] },
      kind: { value: '请示', certainty: 'certain' },
      copiedTo: { value: ['县财政局', '县审计局'], where: '抄送：县财政局，县审计\n局。' },
      printed: { value: { by: '示范县民政局办公室', date: '2026-09-03' } },
    });
  });

  it('say what is passed on, and propose subject and field', () => {
    const found = particularsOf(
      '示范县民政局关于转发《高龄津贴发放办法》的通知',
      '各乡镇人民政府：',
      '请认真执行。',
      ...end,
    );
    expect(found.forwards?.value).toBe('高龄津贴发放办法');
    expect(found.fields[0]).toMatchObject({
      id: 'elderly-care',
      because: expect.arrayContaining(['高龄津贴']) as unknown,
    });
    expect(found.subjects[0]!.name).toBe('民政、扶贫、救灾');
  });
});
