import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needlesOf, leftIn } from './proof/absent.ts';
import { redactText } from './redact-text.ts';
import { cutBlock } from './removal.ts';

const provesAbsent = (text: string, removed: readonly string[]): string[] => leftIn(text, needlesOf(removed));

describe('cutting', () => {
  it.each([
    ['as it stands', '号990101199901010014。', `号${cutBlock}。`],
    ['with spaces', '号990101 19990101 0014。', `号${cutBlock}。`],
    ['with hyphens', '号990101-19990101—0014。', `号${cutBlock}。`],
    ['in full-width digits', '号９９０１０１１９９９０１０１００１４。', `号${cutBlock}。`],
    ['broken over lines', '号990101199901\n010014。', `号${cutBlock}\n。`],
    ['broken over cells', '甲\t9901011999\t01010014\t乙', `甲\t${cutBlock}\t\t乙`],
    ['with zero-width characters', '号990101\u200B199901010014。', `号${cutBlock}。`],
    ['twice', '990101199901010014、990101199901010014', `${cutBlock}、${cutBlock}`],
  ])('removes a number %s', (_, text, expected) => {
    const { text: result } = redactText(text, ['990101199901010014']);
    expect(result).toBe(expected);
    expect(provesAbsent(result, ['990101199901010014'])).toEqual([]);
  });

  it('finds a text that was itself read in another form', () => {
    expect(redactText('电话13800138000', ['１３８ ００１３ ８０００']).text).toBe(`电话${cutBlock}`);
    expect(redactText('张 三 到会', ['张三']).text).toBe(`${cutBlock} 到会`);
  });

  it('does not tell how long a text was', () => {
    const lengths = ['张三', '欧阳某某某某'].map((name) => redactText(`${name}到会`, [name]).text.length);
    expect(new Set(lengths).size).toBe(1);
  });

  it('counts the places and merges what overlaps', () => {
    expect(redactText('张三丰和张三', ['张三', '三丰'])).toEqual({
      text: `${cutBlock}和${cutBlock}`,
      removed: 2,
    });
    expect(redactText('无事', ['', ' '])).toEqual({ text: '无事', removed: 0 });
  });

  it('reads short texts within one cell only', () => {
    expect(redactText('1\t2\t12', ['12']).text).toBe(`1\t2\t${cutBlock}`);
  });

  it('puts a masked form in its place, and the block where two meet', () => {
    const masked = [{ text: '13800138000', put: '138****8000' }];
    expect(redactText('电话138 0013 8000', masked).text).toBe('电话138****8000');
    expect(redactText('电话13800138000', [...masked, '话1380']).text).toBe(`电${cutBlock}`);
  });

  it('can cut the words of its own block', () => {
    const { text } = redactText('删减和已删减', ['删减']);
    expect(provesAbsent(text, ['删减'])).toEqual([]);
  });
});

describe('the check', () => {
  it('tells what is still there, in whatever form', () => {
    const text = '甲 138-0013-8000 乙 ＺＷＧＫ@example.com';
    expect(provesAbsent(text, ['13800138000', 'zwgk@example.com', '张三'])).toEqual([
      '13800138000',
      'zwgk@example.com',
    ]);
  });

  it('finds nothing after cutting, whatever the text', () => {
    const unit = fc.constantFrom(
      '1',
      '2',
      '３',
      'a',
      'Ａ',
      ' ',
      '-',
      '\n',
      '张',
      '①',
      '㎏',
      '\u200B',
      '已',
      '减',
    );
    const some = fc.string({ unit, maxLength: 40 });
    fc.assert(
      fc.property(
        some,
        fc.array(fc.string({ unit, minLength: 1, maxLength: 4 }), { maxLength: 3 }),
        (text, cuts) => {
          expect(provesAbsent(redactText(text, cuts).text, cuts)).toEqual([]);
        },
      ),
    );
  });
});
