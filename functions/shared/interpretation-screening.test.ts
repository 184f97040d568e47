import { describe, expect, it } from 'vitest';
import { screenInterpretation, whyInterpretationMayNot } from './interpretation-screening.ts';

const identity = '990101199901010014';
const words = {
  title: '临时救助政策解读',
  text: '一、背景\n\n二、主要内容\n困难家庭可以申请。',
  contact: '解读单位：示范县民政局，咨询电话 0990-6120005，手机 13800138000',
};
const how = { today: '2026-03-02' as const };

describe('an interpretation', () => {
  it('may go out with the telephones of those who answer', async () => {
    expect(await whyInterpretationMayNot(words, how)).toBeUndefined();
    expect(await screenInterpretation(words, how)).toEqual([]);
  });

  it.each([
    ['a number in its title', { title: `关于 ${identity} 的解读` }, '解读标题有身份证号【******14】'],
    [
      'one below an empty line',
      { text: `一、背景\n\n二、对象\n陈某甲，身份证号${identity}。` },
      '解读正文第 3 段有身份证号【',
    ],
    ['a bank card', { text: '陈某甲的银行卡号为6228480402564890018。' }, '解读正文第 1 段有银行卡号【'],
    ['a number as its contact', { contact: `张经办，身份证号${identity}` }, '咨询方式有身份证号【'],
    ['a secrecy mark at its head', { text: '秘密\n一、背景' }, '解读正文第 1 段标有密级“秘密”。涉密内容不得'],
    [
      'a secrecy mark far down',
      { text: `${'一、背景。\n'.repeat(14)}秘密★长期` },
      '解读正文第 15 段有密级字样【',
    ],
  ])('with %s is kept back in words that say where', async (_, changes, where) => {
    const refusal = await whyInterpretationMayNot({ ...words, ...changes }, how);
    expect(refusal).toContain(where);
    expect(refusal).toContain('请删去后再提交');
    expect(refusal).not.toContain(identity);
  });

  it('full of them is kept back in words that end', async () => {
    const text = Array.from({ length: 300 }, () => `身份证号${identity}。`).join('\n');
    const refusal = await whyInterpretationMayNot({ ...words, text }, how);
    expect(refusal).toContain('有 300 处');
    expect(refusal?.length).toBeLessThan(500);
  });

  it('shows its reviewer what only a person can judge', async () => {
    const found = await screenInterpretation(
      { ...words, text: '此件仅供内部参考，不得外传。\n经办人手机 13800138000' },
      how,
    );
    expect(found.map(({ kind, severity, line }) => [kind, severity, line])).toEqual([
      ['internal-phrase', 'review', 1],
      ['mobile-phone', 'review', 2],
    ]);
  });
});
