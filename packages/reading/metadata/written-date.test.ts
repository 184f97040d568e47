import { describe, expect, it } from 'vitest';
import { dateLine } from './written-date.ts';

describe('a line that ends with a date', () => {
  it.each([
    ['2020年8月3日', '2020-08-03'],
    ['2020 年 08 月 03 日', '2020-08-03'],
    ['２０２０年８月３日', '2020-08-03'],
    ['二〇二〇年八月三日', '2020-08-03'],
    ['二○一九年十二月三十一日', '2019-12-31'],
    ['二零一九年十月二十日', '2019-10-20'],
    ['二OO九年元月十五日', '2009-01-15'],
    ['（2020年8月3日）', '2020-08-03'],
    ['2020-08-03', '2020-08-03'],
    ['2020.8.3', '2020-08-03'],
  ])('%s is %s', (line, date) => {
    expect(dateLine(line)?.date).toBe(date);
  });

  it('gives what stands before it', () => {
    expect(dateLine('示范县民政局  2020年8月3日')?.before).toBe('示范县民政局');
  });

  it.each(['2020年8月3日印发', '2020年2月30日', '2020年13月1日', '1020年8月3日', '2020年8月', '八月三日'])(
    '%s is none',
    (line) => {
      expect(dateLine(line)).toBeUndefined();
    },
  );
});
