/** Attached lists of people, as offices fill them for subsidies, assistance, housing and posts. */
import type { FindingKind } from '@gongkai/screening/types.ts';
import * as make from '../invented.ts';
import { type Cell, decoy, Page, real } from '../page.ts';
import type { Random } from '../random.ts';
import { overCells, writtenCard, writtenIdentity, writtenMobile } from '../ways.ts';

interface Column {
  headings: readonly string[];
  cell: (r: Random, row: number) => Cell;
}
const column = (headings: readonly string[], cell: Column['cell']): Column => ({ headings, cell });
const of = (kind: FindingKind, value: (r: Random) => string) => (r: Random) => real(kind, value(r));

const serial = column(['序号', '编号', '序'], (_, row) => String(row + 1));
const name = column(
  ['姓名', '户主姓名', '户主', '申请人姓名', '享受对象', '低保对象', '受益人', '补贴对象姓名'],
  of('person-list', make.name),
);
const identity = column(
  [
    '身份证号',
    '身份证号码',
    '公民身份号码',
    '证件号码',
    '户主身份证',
    '居民身份证号码（18位）',
    '申请人身份证号',
  ],
  of('identity-number', (r) => {
    const number = make.identity(r);
    if (r.once(12)) return make.misspelt(number);
    if (r.once(12)) return make.oldIdentity(r);
    return writtenIdentity(r, number);
  }),
);
const phone = column(['联系电话', '手机号', '手机号码', '电话', '联系方式'], (r) =>
  real('mobile-phone', writtenMobile(r, make.mobile(r))),
);
const bankCard = column(
  ['银行账号', '银行卡号', '一卡通账号', '开户银行账号', '惠农一卡通卡号', '卡号'],
  (r) =>
    r.once(4)
      ? real('account-number', make.passbook(r))
      : real('bank-card', writtenCard(r, make.card(r, r.of([19, 19, 16])))),
);
const address = column(['家庭住址', '住址', '户籍地址', '现居住地址'], of('address', make.home));
const group = column(
  ['村组', '村民小组', '所在组'],
  of('address', (r) => make.village(r) + make.group(r)),
);
const disability = column(
  ['残疾等级', '残疾类别及等级', '残疾情况'],
  of('disability', (r) => r.of(['肢体二级', '视力一级', '精神二级', '听力三级', '智力四级'])),
);
const health = column(
  ['患病情况', '病种', '疾病名称', '健康状况'],
  of('health', (r) => r.of(['尿毒症', '肺癌', '精神分裂症', '先天性心脏病', '高血压三级', '慢性病'])),
);
const hardship = column(
  ['致贫原因', '致困原因', '困难原因', '救助原因'],
  of('hardship', (r) => r.of(['因病', '因残', '因学', '缺劳动力', '突发火灾'])),
);
const bornOn = column(
  ['出生年月', '出生日期', '出生年月日'],
  of('birth-date', (r) => `${r.between(1940, 2000)}.${r.between(1, 12)}.${r.between(1, 28)}`),
);
const ethnicity = column(
  ['民族', '民族成份'],
  of('ethnicity', (r) => r.of(['汉族', '傣族', '佤族', '拉祜族', '彝族'])),
);
const religion = column(
  ['宗教信仰', '信仰'],
  of('religion', (r) => r.of(['佛教', '基督教', '伊斯兰教'])),
);
/** What stands in lists and is nobody's secret. */
const amount = column(['金额（元）', '补助金额', '月保障金（元）', '发放金额', '补贴资金'], (r) =>
  decoy('amount', make.amount(r)),
);
const area = column(['面积（亩）', '补贴面积'], (r) => decoy('area', `${r.between(1, 30)}.${r.digits(2)}`));
const people = column(['保障人口', '家庭人口数', '人数'], (r) => decoy('number', String(r.between(1, 8))));
const batch = column(['发放批次号', '文件编号', '申报编号'], (r) =>
  decoy('serial number', `530926${r.of(['202601', '202607', '202512'])}${r.digits(6)}`),
);
const order = column(['银行流水号', '交易流水号', '回单号'], (r) =>
  decoy('transaction', `62${r.digits(17)}`),
);
const day = column(['审批时间', '发放日期'], (r) =>
  decoy('date', `2026-${r.between(10, 12)}-${r.between(10, 28)}`),
);
const townOnly = column(['乡镇', '乡（镇）'], (r) => make.town(r));
const villageOnly = column(['村（社区）', '行政村'], (r) => make.village(r));

const titles = [
  '农村最低生活保障对象公示名单',
  '特困人员救助供养名单',
  '耕地地力保护补贴发放花名册',
  '困难残疾人生活补贴发放表',
  '农村危房改造对象名单',
  '临时救助对象花名册',
  '公益性岗位人员补贴发放表',
  '高龄津贴发放名单',
  '雨露计划补助对象名单',
];

const personal = [
  identity,
  phone,
  bankCard,
  address,
  group,
  disability,
  health,
  hardship,
  bornOn,
  ethnicity,
  religion,
];
const harmless = [amount, area, people, batch, order, day, townOnly, villageOnly];

export function list(r: Random, label: string): Page {
  const columns = [
    serial,
    name,
    ...r.some(personal, 3).filter((c, _, all) => c !== group || !all.includes(address)),
    ...r.some(harmless, 3),
  ];
  const headings = columns.map((c) => r.of(c.headings));
  const rows = Array.from({ length: r.between(4, 9) }, (_, row) => columns.map((c) => c.cell(r, row)));
  return new Page(label)
    .line(`示范县2026年第${r.of(['一', '二', '三', '四'])}季度${r.of(titles)}`)
    .line(`填报单位：${make.town(r)}人民政府　填报日期：${make.date(r)}`)
    .table(headings, rows)
    .line(`监督举报电话：0990-`, decoy('hotline', '12345'));
}

/** Headings in two rows, numbers broken over cells, over rows, or one digit in each cell. */
export function brokenList(r: Random, label: string): Page {
  const page = new Page(label).line('附件2').line(`示范县${r.of(titles)}`);
  const rows = Array.from({ length: r.between(3, 6) }, (_, row): Cell[] => [
    String(row + 1),
    make.name(r),
    real('identity-number', overCells(r, make.identity(r))),
    decoy('amount', make.amount(r)),
  ]);
  page.table(['序号', '姓名', r.of(['身份证号', '身份证号码']), '金额（元）'], rows);
  for (let i = 1; i <= 3; i++) {
    const number = make.identity(r);
    const cut = r.between(6, 14);
    page.table(
      ['序号', '户主', '身份证号码', '补助金额（元）'],
      [
        [
          String(i),
          make.name(r),
          real('identity-number', number.slice(0, cut)),
          decoy('amount', make.amount(r)),
        ],
        ['', '', real('identity-number', number.slice(cut)), ''],
      ],
    );
  }
  return page;
}

/** What only looks harmless: the numbers stand in hidden columns, rows and sheets, in notes and deletions. */
export function hiddenList(r: Random, label: string): Page {
  const page = new Page(label).line(`示范县${r.of(titles)}`);
  const count = r.between(4, 7);
  page.table(
    ['序号', '姓名', '行政村', '金额（元）'],
    Array.from({ length: count }, (_, i) => [
      String(i + 1),
      make.name(r),
      make.village(r),
      decoy('amount', make.amount(r)),
    ]),
  );
  for (let i = 0; i < count; i++)
    page.hiddenCells(
      'hidden-column',
      '隐藏的列',
      ['身份证号', '银行卡号'],
      [
        real('identity-number', writtenIdentity(r, make.identity(r))),
        real('bank-card', writtenCard(r, make.card(r))),
      ],
    );
  page.hiddenCells(
    'hidden-row',
    '隐藏的行',
    ['序号', '姓名', '身份证号', '电话'],
    ['99', make.name(r), real('identity-number', make.identity(r)), real('mobile-phone', make.mobile(r))],
  );
  return page
    .hidden(
      'comment',
      '批注',
      `${make.name(r)}的身份证号写错了，应为`,
      real('identity-number', make.identity(r)),
    )
    .hidden('deleted', '修订中删除的文字', '卡号', real('bank-card', make.card(r)), '已停用')
    .hidden('property', '文档属性：主题', decoy('serial number', `DOC-2026-${r.digits(8)}`));
}

/** Plain text without a table: columns parted by spaces. */
export function looseList(r: Random, label: string): Page {
  const page = new Page(label)
    .line('各村民委员会：')
    .line('现将名单公示如下：')
    .line('序号 姓名 身份证号 联系电话 补助金额');
  for (let i = 1; i <= r.between(4, 7); i++)
    page.line(
      `${i} ${make.name(r)} `,
      real('identity-number', make.identity(r)),
      ' ',
      real('mobile-phone', make.mobile(r)),
      ' ',
      decoy('amount', make.amount(r)),
    );
  return page;
}

/** Masked as the rules ask: nothing to hold up, only notes. */
export function maskedList(r: Random, label: string): Page {
  const row = (i: number): Cell[] => [
    String(i),
    `${make.name(r).slice(0, 1)}*`,
    decoy('masked number', `9901**********${r.digits(4)}`),
    decoy('masked number', `138****${r.digits(4)}`),
    decoy('amount', make.amount(r)),
  ];
  return new Page(label)
    .line('公租房保障对象公示')
    .table(['序号', '姓名', '身份证号码', '联系电话', '面积'], [1, 2, 3, 4, 5].map(row));
}

/** Spreadsheets that took numbers for quantities. */
export function numericList(r: Random, label: string): Page {
  const lost = (): Cell => {
    const number = make.identity(r);
    return r.once(2)
      ? real('identity-number', `${number.slice(0, 15)}000`)
      : real('identity-number', `${number[0]}.${number.slice(1, 6)}E+17`);
  };
  const rows = Array.from({ length: 6 }, (_, i): Cell[] => [
    String(i + 1),
    make.name(r),
    lost(),
    decoy('amount', make.amount(r)),
  ]);
  return new Page(label).line('教师资格认定人员名单').table(['序号', '姓名', '身份证号', '费用（元）'], rows);
}
