import { describe, expect, it } from 'vitest';
import { screen } from './screen.ts';

const columns = (text: string): string[] =>
  screen({ text, today: '2026-11-25' })
    .filter((f) => f.scope === 'column')
    .map((f) => `${f.kind} ${f.severity} ${f.match}`);

describe('the headings of a list of people', () => {
  it.each([
    ['身份证号', 'sensitive-column'],
    ['公民身份号码（18位）', 'sensitive-column'],
    ['户主证件号', 'sensitive-column'],
    ['手机', 'sensitive-column'],
    ['联 系 电 话', 'sensitive-column'],
    ['银行卡号', 'sensitive-column'],
    ['一卡通账号', 'sensitive-column'],
    ['社会保障卡号', 'sensitive-column'],
    ['开户行', 'sensitive-column'],
    ['家庭住址', 'address'],
    ['村民小组', 'address'],
    ['残疾等级', 'disability'],
    ['患病情况', 'health'],
    ['致困原因', 'hardship'],
    ['出生年月', 'birth-date'],
    ['监护人', 'minor'],
    ['班级', 'minor'],
    ['民族', 'ethnicity'],
    ['宗教信仰', 'religion'],
  ])('tell what stands below: %s', (heading, kind) => {
    expect(columns(`序号\t姓名\t${heading}\n1\t甲\t某某`)).toEqual([
      'person-list note 姓名',
      `${kind} review ${heading}`,
    ]);
  });

  it('are reported once for each column, not for each row', () => {
    expect(columns('姓名\t民族\n甲\t傣\n乙\t佤\n丙\t汉')).toEqual([
      'person-list review 姓名',
      'ethnicity review 民族',
    ]);
  });

  it('may stand in two rows', () => {
    const text = '序号\t户主\t家庭情况\t\n\t\t住址\t残疾等级\n1\t甲\t东街12号\t肢体二级';
    expect(columns(text)).toEqual([
      'person-list note 户主',
      'address review 住址',
      'disability review 残疾等级',
    ]);
  });

  it('may be parted by spaces, and go on behind the foot of a page', () => {
    expect(columns('姓名 民族 残疾等级\n甲 傣 肢体二级\n乙 佤 视力一级')).toEqual([
      'person-list note 姓名',
      'ethnicity review 民族',
      'disability review 残疾等级',
    ]);
    const paged = '姓名\t民族\t年龄\n甲\t傣\t40\n— 1 —\n乙\t佤\t12';
    expect(columns(paged)).toEqual(['person-list note 姓名', 'ethnicity review 民族', 'minor review 年龄']);
  });

  it('are found under a heading that does not say so, told once', () => {
    const rows = ['肢体二级', '视力一级', '精神二级'].map((note, i) => `${i}\t甲\t${note}`);
    expect(columns(['序号\t姓名\t备注', ...rows].join('\n'))).toEqual([
      'person-list review 姓名',
      'disability review 备注',
    ]);
  });

  it('tell of children by age and by identity number', () => {
    expect(columns('姓名\t年龄\n甲\t12\n乙\t40')).toEqual(['person-list note 姓名', 'minor review 年龄']);
    const minor = screen({ text: '姓名\t身份证号\n甲\t990101201501010015', today: '2026-11-25' });
    expect(minor.find((f) => f.kind === 'minor')?.why).toContain('1 名不满十四周岁');
  });
});

describe('nothing personal is told by', () => {
  it.each([
    ['a sentence', '应当提供身份证号和联系电话。'],
    ['a table of duties', '序号\t试点领域\t责任部门\n1\t民族工作\t县民宗局'],
    ['a blank form', '姓名\t\t民族\t\n身份证号\t\t联系电话\t'],
    ['an empty list', '序号\t姓名\t身份证号\t残疾等级\n1\t\t\t\n2\t\t\t'],
    ['a table of standards', '残疾等级\t补贴标准（元）\n一级\t100\n二级\t80'],
    ['a table of figures', '民族\t人数\t占比\n傣族\t1200\t30%'],
    ['a table of enterprises', '企业名称\t统一社会信用代码\t地址\n某某有限公司\t91530926MA6K123456\t某路1号'],
    ['a list that is masked', '姓名\t身份证号\n张*\t5309**********1234'],
  ])('%s', (_, text) => {
    expect(columns(text)).toEqual([]);
  });

  it('officials whom the public may call: only a note', () => {
    const text = '单位\t联系人\t职务\t办公电话\n县民政局\t甲\t股长\t6120018\n县财政局\t乙\t股长\t6120019';
    expect(columns(text)).toEqual([]);
    expect(screen({ text }).every((f) => f.severity === 'note')).toBe(true);
  });
});
