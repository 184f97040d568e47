import { describe, expect, it } from 'vitest';
import { screen } from './screen.ts';

const columns = (text: string): string[] =>
  screen({ text })
    .filter((f) => f.kind === 'sensitive-column' || f.kind === 'person-list')
    .map((f) => `${f.kind} ${f.match}`);

describe('the headings of a table', () => {
  it.each([
    '身份证号',
    '身份证号码',
    '证件号',
    '手机',
    '联系电话',
    '银行账号',
    '银行卡号',
    '一卡通',
    '一卡通账号',
    '开户行',
    '家庭住址',
    '残疾等级',
    '疾病',
    '出生年月',
    '监护人',
    '民族',
    '联 系 电 话',
    '手机号码（必填）',
  ])('tell of personal data: %s', (heading) => {
    expect(columns(`序号\t${heading}\n1\t略`)).toEqual([`sensitive-column ${heading}`]);
  });

  it('are reported once for each column, not for each row', () => {
    expect(columns('姓名\t民族\n甲\t傣\n乙\t佤\n丙\t汉')).toEqual([
      'person-list 姓名',
      'sensitive-column 民族',
    ]);
  });

  it('count in a line of their own, as plain text has them', () => {
    expect(columns('姓名\n身份证号\n甲')).toEqual(['sensitive-column 身份证号']);
  });

  it('are not words of a sentence or of other tables', () => {
    expect(columns('应当提供身份证号和联系电话。')).toEqual([]);
    expect(columns('序号\t试点领域\t责任部门\n1\t民族工作\t县民宗局')).toEqual([]);
  });
});
