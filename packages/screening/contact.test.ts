import { describe, expect, it } from 'vitest';
import { screen } from './screen.ts';

const found = (text: string): string[] => screen({ text }).map((f) => `${f.kind} ${f.severity} ${f.match}`);

describe('contacts go to a person', () => {
  it.each([
    ['手机13800138000。', 'mobile-phone review 13800138000'],
    ['138 0013 8000', 'mobile-phone review 138 0013 8000'],
    ['138-0013-8000', 'mobile-phone review 138-0013-8000'],
    ['１３８００１３８０００', 'mobile-phone review １３８００１３８０００'],
    ['+86 13800138000', 'mobile-phone review +86 13800138000'],
    ['0990-6120018', 'landline review 0990-6120018'],
    ['（0990）6120018', 'landline review （0990）6120018'],
    ['联系电话：6120018', 'landline review 6120018'],
    ['zwgk@example.gov.cn', 'email review zwgk@example.gov.cn'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each(['发票号 053012345678', '12800138000', '2026年第6120018项', '1380013800012', '热线12345'])(
    'but not %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe('a mobile number in a table', () => {
  const table = (rows: number): string =>
    ['姓名\t联系电话', ...Array.from({ length: rows }, (_, i) => `某${i}\t1380013800${i}`)].join('\n');

  it('blocks when the table lists three persons or more', () => {
    const severities = screen({ text: table(3) }).filter((f) => f.kind === 'mobile-phone');
    expect(severities.map((f) => f.severity)).toEqual(['block', 'block', 'block']);
  });

  it('goes to a person when there are fewer', () => {
    expect(screen({ text: table(2) }).every((f) => f.severity === 'review')).toBe(true);
  });
});
