import { describe, expect, it } from 'vitest';
import { screen } from './screen.ts';

const found = (text: string): string[] =>
  screen({ text })
    .filter((f) => f.kind === 'identity-number')
    .map((f) => f.match);

describe('an identity number is found', () => {
  it.each([
    ['alone', '990101199901010014', '990101199901010014'],
    ['with an X', '身份证号99010119720815001x。', '99010119720815001x'],
    ['in full-width digits', '９９０１０１１９９９０１０１００１４', '９９０１０１１９９９０１０１００１４'],
    ['with spaces', '990101 19990101 0014', '990101 19990101 0014'],
    ['with hyphens', '990101-19990101-0014', '990101-19990101-0014'],
    ['split over two cells', '张三\t9901011999\t01010014', '9901011999\t01010014'],
    ['glued to a telephone', '99010119990101001413800138000', '990101199901010014'],
    ['behind a running number', '3 990101199901010014', '990101199901010014'],
    ['with 15 digits where the text says so', '身份证：990101650505001', '990101650505001'],
    ['with 15 digits under such a heading', '姓名\t身份证号\n甲\t990101650505001', '990101650505001'],
  ])('%s', (_, text, match) => {
    expect(found(text)).toEqual([match]);
  });

  it('twice on one line', () => {
    expect(found('990101199901010014、990101199901010022')).toHaveLength(2);
  });
});

describe('no identity number is', () => {
  it.each([
    ['one with a wrong check digit', '990101199901010015'],
    ['one with an impossible date', '990101199902310014'],
    ['a credit code', '统一社会信用代码：91990101MA6K12345X'],
    ['a credit code of digits only', '统一社会信用代码 990101199901010014'],
    ['15 digits that nothing names', '流水号 990101650505001'],
    ['an amount', '共计 123456789012345678 元'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
