import { describe, expect, it } from 'vitest';
import { isCreditCode } from './credit-code.ts';
import { judgeIdentityNumber } from './identity-check.ts';
import { screen } from './screen.ts';

const today = '2026-11-25';
const found = (text: string): string[] =>
  screen({ text, today })
    .filter((f) => f.kind === 'identity-number')
    .map((f) => `${f.severity} ${f.match}`);

describe('a number by GB 11643', () => {
  it.each([
    ['990101199901010014', 'valid'],
    ['530926199001010073', 'valid'],
    ['990101199901010015', 'wrong-check'],
    ['810000199408230021', 'valid'],
    ['830000199201300022', 'valid'],
    ['931556198604106215', 'valid'],
    ['201101199001010018', 'unknown-region'],
    ['530926199002300072', 'impossible'],
    ['990101202712310012', 'impossible'],
    ['99010119990101001', 'impossible'],
  ])('%s is %s', (number, expected) => {
    expect(judgeIdentityNumber(number, today)).toBe(expected);
  });
});

describe('an identity number is found', () => {
  it.each([
    ['alone', '990101199901010014', '990101199901010014'],
    ['with an X', '身份证号99010119720815001x。', '99010119720815001x'],
    ['with the sign for times as X', '身份证号99010119720815001×。', '99010119720815001×'],
    ['in full-width digits', '９９０１０１１９９９０１０１００１４', '９９０１０１１９９９０１０１００１４'],
    ['with spaces', '990101 19990101 0014', '990101 19990101 0014'],
    ['with hyphens', '990101-19990101-0014', '990101-19990101-0014'],
    ['with dots', '990101·19990101·0014', '990101·19990101·0014'],
    ['with zero-width characters', '990101\u200B199901\u200D010014', '990101\u200B199901\u200D010014'],
    ['split over two cells', '张三\t9901011999\t01010014', '9901011999\t01010014'],
    [
      'one digit in each cell',
      '9\t9\t0\t1\t0\t1\t1\t9\t9\t9\t0\t1\t0\t1\t0\t0\t1\t4',
      '9\t9\t0\t1\t0\t1\t1\t9\t9\t9\t0\t1\t0\t1\t0\t0\t1\t4',
    ],
    ['over a line end', '身份证号为990101199901\n010014，', '990101199901\n010014'],
    ['glued to a telephone', '99010119990101001413800138000', '990101199901010014'],
    ['in the number of a disability card', '残疾证号：99010119990101001412', '990101199901010014'],
    ['behind a running number', '3 990101199901010014', '990101199901010014'],
    ['as the number of a pupil', '学籍号：G990101199901010014', '990101199901010014'],
    ['with 15 digits where the text says so', '身份证：990101650505001', '990101650505001'],
    ['with 15 digits under such a heading', '姓名\t身份证号\n甲\t990101650505001', '990101650505001'],
    ['with a wrong digit where the text says so', '身份证号990101199901010015', '990101199901010015'],
    [
      'with a wrong digit under such a heading',
      '姓名\t证件号码\n甲\t990101199901010015',
      '990101199901010015',
    ],
    ['with the digits a spreadsheet lost', '姓名\t身份证号\n甲\t990101199901010000', '990101199901010000'],
    ['in the column for the codes of enterprises', '信用代码\n990101199901010014', '990101199901010014'],
    [
      'as the number of a file, when the person is no child',
      '编号：990101197201010014',
      '990101197201010014',
    ],
  ])('%s', (_, text, match) => {
    expect(found(text)).toEqual([`block ${match}`]);
  });

  it('in both parts, when a table drawn in lines broke it', () => {
    const text = '序号\t姓名\t身份证号\t金额\n1\t张三\t99010119990101\t300\n\t\t0014\t';
    expect(found(text)).toEqual(['block 99010119990101', 'block 0014']);
  });

  it('twice on one line', () => {
    expect(found('990101199901010014、990101199901010022')).toHaveLength(2);
  });

  it.each([
    ['a digit too few under its heading', '姓名\t身份证号\n甲\t99010119990101001', '99010119990101001'],
    ['stored as a quantity', '姓名\t身份证号\n甲\t9.90101199901010E+17', '9.90101199901010E+17'],
    ['wrong, but in a list of people', '姓名\t备注\n甲\t990101199001010015', '990101199001010015'],
    ['masked too little', '身份证号990101199901**0014', '990101199901**0014'],
  ])('for a person to look at: %s', (_, text, match) => {
    expect(found(text)).toEqual([`review ${match}`]);
  });

  it.each(['990101********0014', '身份证号：9901***********014', '姓名\t身份证号\n张*\t990***********0014'])(
    'masked, as a note: %s',
    (text) => {
      expect(found(text)).toEqual([expect.stringMatching(/^note 990/)]);
    },
  );
});

describe('no identity number is', () => {
  it.each([
    ['one with a wrong check digit', '990101199901010015'],
    ['one with an impossible date', '990101199902310014'],
    ['a credit code', '统一社会信用代码：91990101MA6K12345X'],
    ['15 digits that nothing names', '流水号 990101650505001'],
    ['an amount', '共计 123456789012345678 元'],
    ['a number of this year among those of orders', '合同编号：530926202401010018'],
    ['a number of a licence', '许可证编号：530926202401010018'],
    ['figures of a table', '1101\t0119900101\t0014\t35'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('a credit code of digits only, which its own check character tells apart', () => {
    const code = '119930195001012593';
    expect([judgeIdentityNumber(code, today), isCreditCode(code)]).toEqual(['valid', true]);
    expect(found(`统一社会信用代码：${code}`)).toEqual([]);
    expect(found(`身份证号：${code}`)).toEqual([`block ${code}`]);
  });
});
