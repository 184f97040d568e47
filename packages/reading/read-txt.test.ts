import { describe, expect, it } from 'vitest';
import { delimiterOf, readCsv, readTxt } from './read-txt.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('values with something between them', () => {
  it.each([
    ['姓名,电话\n甲,1\n乙,2', ','],
    ['姓名\t电话\n甲\t1', '\t'],
    ['姓名;电话\r\n甲;1\r\n', ';'],
    ['姓名，电话\n甲，1\n乙，2', '，'],
    ['附件1\n姓名,电话\n甲,1\n乙,2\n填表人甲', ','],
    ['"甲,乙",1\n"丙\n丁",2', ','],
    ['各单位：\n现将有关事项通知如下，请遵照执行。\n一、加强领导，落实责任。', undefined],
    ['a,b\nc,d,e', undefined],
    ['只有一行,没有表', undefined],
  ])('%j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it('become the rows of a table; quoted ones keep what they hold', () => {
    const { blocks } = readCsv(utf8('\uFEFF附件1\n姓名,说明\n甲,"a,""b""\n第二行"\n,\n'));
    expect(blocks).toEqual([
      { text: '附件1', kind: 'paragraph' },
      { text: '姓名\t说明', kind: 'row', cells: ['姓名', '说明'], table: 1 },
      { text: '甲\ta,"b" 第二行', kind: 'row', cells: ['甲', 'a,"b" 第二行'], table: 1 },
    ]);
  });

  it('make tables within a text, each with its number', () => {
    const { blocks } = readTxt(utf8('一\n甲\t乙\n丙\t丁\n二\n戊\t己'));
    expect(blocks.map((b) => b.table)).toEqual([undefined, 1, 1, undefined, 2]);
  });
});
