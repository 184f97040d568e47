import { describe, expect, it } from 'vitest';
import { addresseeEnd, addresseesIn, isOnePerson } from './addressee-line.ts';

describe('those a document is for', () => {
  it.each([
    ['各乡镇人民政府、街道办事处，县直各部门：', ['各乡镇人民政府', '街道办事处', '县直各部门']],
    [
      '各乡、镇、民族乡人民政府，蓝田、红星农场管委会：',
      ['各乡、镇、民族乡人民政府', '蓝田、红星农场管委会'],
    ],
    ['各乡镇党委、人民政府：', ['各乡镇党委、人民政府']],
    ['县财政局、县审计局：', ['县财政局', '县审计局']],
    ['各乡（镇）人民政府：', ['各乡（镇）人民政府']],
    ['尊敬的家长：暑假将至，请做好以下几点。', ['尊敬的家长']],
    ['示范县红旗砖厂：', ['示范县红旗砖厂']],
  ])('%s', (line, names) => {
    const end = addresseeEnd(line);
    expect(addresseesIn(line.slice(0, end))).toEqual(names);
  });

  it.each([
    '现将有关事项通知如下：',
    '经县政府同意，现将《办法》印发给你们：',
    '附件：',
    '联系人：',
    '单位：元',
    '时间：2026年9月1日',
  ])('but not %s', (line) => expect(addresseeEnd(line)).toBeUndefined());

  it('may be one person, told by the name alone', () => {
    expect(isOnePerson('黄某某：')).toBe(true);
    for (const line of ['当事人：', '通知：', '附件：', '黄某某先生您好：'])
      expect(isOnePerson(line)).toBe(false);
  });
});
