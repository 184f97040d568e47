import { describe, expect, it } from 'vitest';
import { screen } from './screen.ts';

const found = (text: string): string[] => screen({ text }).map((f) => `${f.kind} ${f.severity} ${f.match}`);

describe('contacts', () => {
  it.each([
    ['手机13800138000。', 'mobile-phone review 13800138000'],
    ['138 0013 8000', 'mobile-phone review 138 0013 8000'],
    ['138-0013-8000', 'mobile-phone review 138-0013-8000'],
    ['138.0013.8000', 'mobile-phone review 138.0013.8000'],
    ['１３８００１３８０００', 'mobile-phone review １３８００１３８０００'],
    ['1380\u200B0138000', 'mobile-phone review 1380\u200B0138000'],
    ['+86 13800138000', 'mobile-phone review +86 13800138000'],
    ['（86）13800138000', 'mobile-phone review （86）13800138000'],
    ['电话：1 3 8 0 0 1 3 8 0 0 0', 'mobile-phone review 1 3 8 0 0 1 3 8 0 0 0'],
    ['Tel13800138000', 'mobile-phone review 13800138000'],
    ['someone@163.com', 'email review someone@163.com'],
    ['微信号：gongkai_2026', 'social-account review gongkai_2026'],
    ['QQ：123456789', 'social-account review 123456789'],
  ])('of people go to a person: %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ['0990-6120018', 'landline note 0990-6120018'],
    ['（0990）6120018', 'landline note （0990）6120018'],
    ['联系电话：6120018', 'landline note 6120018'],
    ['电话：6120018、6120019', 'landline note 6120018', 'landline note 6120019'],
    ['zwgk@example.gov.cn', 'email note zwgk@example.gov.cn'],
  ])('of offices are content, and only noted: %s', (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('at home are not: a landline in a list of people', () => {
    expect(found('户主\t电话\n甲\t6120018')).toContain('landline review 6120018');
  });

  it.each([
    '发票号 053012345678',
    '12800138000',
    '2026年第6120018项',
    '1380013800012',
    '热线12345',
    '订单号：13800138000',
    '投资13800138000元',
    '13800138000.00',
    '1500 300 4000',
    '150 3000 4000 120',
    'YN13800138000',
    '咨询热线：400-612-0018',
    '邮政编码：677500',
    '微信公众号：gongkai2026',
  ])('are not: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a mobile number in a table', () => {
  const table = (rows: number, headings = '姓名\t联系电话'): string =>
    [headings, ...Array.from({ length: rows }, (_, i) => `某${i}\t1380013800${i}`)].join('\n');
  const severities = (text: string): string[] =>
    screen({ text })
      .filter((f) => f.kind === 'mobile-phone')
      .map((f) => f.severity);

  it('blocks when the table lists three persons or more', () => {
    expect(severities(table(3))).toEqual(['block', 'block', 'block']);
  });

  it('goes to a person when there are fewer', () => {
    expect(severities(table(2))).toEqual(['review', 'review']);
  });

  it('goes to a person when the people are listed for their office', () => {
    const text = '单位\t联系人\t职务\t手机\n'.concat(
      [0, 1, 2].map((i) => `县民政局\t某${i}\t股长\t1380013800${i}`).join('\n'),
    );
    expect(severities(text)).toEqual(['review', 'review', 'review']);
  });
});
