import { describe, expect, it } from 'vitest';
import { asPosted } from './posted.ts';
import { screen, type ScreenInput } from './screen.ts';

const ground = '社会救助暂行办法第十一条';
const today = '2026-11-25';
const posted = (input: ScreenInput) => asPosted(screen({ today, ...input }), ground);
const told = (input: ScreenInput): string[] => posted(input).map((f) => `${f.kind} ${f.severity} ${f.match}`);

/** Three people, each with the same value under `heading`. */
const list = (heading: string, value: string): string =>
  [`姓名\t${heading}`, ...['岩某甲', '玉某乙', '陈某丙'].map((name) => `${name}\t${value}`)].join('\n');

describe('a list that a law orders to be posted', () => {
  it.each([
    ['金额（元）', '640', []],
    ['住址', '团结镇和平村', ['address note 住址']],
    ['家庭住址', '团结镇幸福社区居委会', ['address note 家庭住址']],
  ])('tells who, from which village and how much: %s %s is only a note', (heading, value, others) => {
    expect(told({ text: list(heading, value) })).toEqual(['person-list note 姓名', ...others]);
  });

  it.each([
    ['住址', '团结镇和平村3组12号', 'address review 住址'],
    ['住址', '团结镇和平小区', 'address review 住址'],
    ['村民小组', '三组', 'address review 村民小组'],
    ['出生年月', '1960年1月', 'birth-date review 出生年月'],
    ['患病情况', '高血压', 'health review 患病情况'],
    ['残疾等级', '肢体二级', 'disability review 残疾等级'],
    ['致困原因', '因病', 'hardship review 致困原因'],
    ['家庭收入', '3000', 'sensitive-column review 家庭收入'],
    ['身份证号', '990101199901010014', 'identity-number block 990101199901010014'],
    ['一卡通账号', '6217000000000000012', 'bank-card block 6217000000000000012'],
    ['手机号码', '13800138000', 'mobile-phone block 13800138000'],
  ])('tells no more than that: %s %s is as severe as ever', (heading, value, expected) => {
    const text = list(heading, value);
    expect(told({ text })).toContain(expected);
    const others = (findings: ReturnType<typeof posted>) => findings.filter((f) => f.kind !== 'person-list');
    expect(others(posted({ text }))).toEqual(others(screen({ text, today })));
  });

  it.each([
    ['年龄', '12'],
    ['身份证号', '990101201501010015'],
    ['出生年月', '2015年'],
    ['监护人', '玉某丁'],
    ['班级', '三年级'],
  ])('names no children without a person looking: %s %s', (heading, value) => {
    expect(told({ text: list(heading, value) })).toContain('person-list review 姓名');
  });

  it('says by which ground, and by which signs', () => {
    const [names] = posted({ text: list('金额', '640') });
    expect(names!.why).toContain('有 3 格内容');
    expect(names!.why).toContain(`已申报公示（依据 ${ground}）`);
  });

  it('is no ground for what nobody sees', () => {
    const rows = ['岩某甲', '玉某乙', '陈某丙'].map((name) => [name, '640']);
    const hidden = [['姓名', '金额'], ...rows].map((cells) => ({
      kind: 'hidden-row',
      text: cells.join('\t'),
      place: '隐藏的行',
      cells,
    }));
    expect(told({ hidden })).toEqual(['person-list review 姓名']);
  });
});
