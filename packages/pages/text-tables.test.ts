import { expect, test } from 'vitest';
import { tableOf } from './text-tables.ts';

test('a first row of words heads the columns', () => {
  expect(
    tableOf([
      ['序号', '姓名', '金额（元）'],
      ['1', '周某', '589.00'],
    ]),
  ).toEqual({
    kind: 'table',
    caption: null,
    headings: ['序号', '姓名', '金额（元）'],
    rows: [['1', '周某', '589.00']],
  });
});

test('a row with one text over all columns names the table', () => {
  const table = tableOf([
    ['补贴发放名单', '', ''],
    ['序号', '姓名', '金额'],
    ['1', '周某', '5'],
  ]);
  expect(table).toMatchObject({ caption: '补贴发放名单', headings: ['序号', '姓名', '金额'] });
});

test.each([
  [
    'numbers',
    [
      ['2026', '589.00'],
      ['2027', '600.00'],
    ],
  ],
  [
    'the same word twice',
    [
      ['标准', '标准'],
      ['1', '2'],
    ],
  ],
  ['one row alone', [['城市', '农村']]],
  [
    'sentences',
    [
      ['甲方应当按时付款。', '乙方应当按时交货。'],
      ['1', '2'],
    ],
  ],
])('%s head nothing', (_, rows) => {
  expect(tableOf(rows).headings).toEqual([]);
});

test('rows are as wide as the widest', () => {
  expect(tableOf([['甲', '乙', '丙'], ['1']]).rows).toEqual([['1', '', '']]);
});
