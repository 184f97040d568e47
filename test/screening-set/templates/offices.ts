/** Ordinary papers of a county: full of numbers that look like those of persons, and are not. */
import * as make from '../invented.ts';
import { type Cell, decoy, Page, real } from '../page.ts';
import type { Random } from '../random.ts';

const rows = (count: number, cells: (i: number) => Cell[]): Cell[][] =>
  Array.from({ length: count }, (_, i) => cells(i));

export function procurement(r: Random, label: string): Page {
  return new Page(label)
    .line('中标（成交）结果公告')
    .line(
      '一、项目编号：',
      decoy('project number', `SFXZC2026-${r.digits(4)}`),
      '，采购计划编号：',
      decoy('project number', `530926${r.of(['2026', '2025'])}${r.digits(8)}`),
    )
    .line('二、项目代码：', decoy('project code', `2026-530926-47-01-${r.digits(6)}`))
    .table(
      ['标段', '供应商名称', '统一社会信用代码', '供应商地址', '中标金额（元）', '合同编号'],
      rows(3, (i) => [
        String(i + 1),
        make.company(r),
        decoy('credit code', make.creditCode(r)),
        decoy('office address', `示范县城关镇工业路${r.between(1, 99)}号`),
        decoy('amount', `${r.digits(7)}.00`),
        decoy(
          'contract number',
          r.of([`11N${r.digits(15)}`, `53092620260${r.digits(7)}`, `HT2026${r.digits(8)}`]),
        ),
      ]),
    )
    .line(
      '采购人：示范县教育体育局，地址：',
      decoy('office address', `示范县城关镇振兴路${r.between(1, 90)}号`),
      '，联系方式：',
      real('landline', `0990-${make.landline(r)}`),
    )
    .line(
      '代理服务费收取账户：户名：示范县公共资源交易中心，开户行：示范银行示范支行，账号：',
      real('account-number', `${r.of(['5305', '2502', '1353'])}${r.digits(r.of([13, 15, 11]))}`),
    )
    .line('采购人统一社会信用代码：', decoy('credit code', make.digitCreditCode(r)));
}

export function budget(r: Random, label: string): Page {
  const figure = (): Cell =>
    decoy(
      'amount',
      r.of([
        r.digits(8),
        `${r.between(1, 9)}${r.digits(9)}`,
        make.amount(r),
        `${r.between(1, 9)}${r.digits(11)}.00`,
      ]),
    );
  return new Page(label)
    .line('2026年一般公共预算支出表')
    .line('单位：元')
    .table(
      ['科目编码', '科目名称', '上年决算数', '本年预算数', '增减额', '占比'],
      rows(8, () => [
        decoy('account code', `${r.between(201, 232)}${r.digits(4)}`),
        r.of(['行政运行', '社会保障和就业支出', '卫生健康支出', '农林水支出']),
        figure(),
        figure(),
        figure(),
        `${r.between(1, 99)}.${r.digits(2)}%`,
      ]),
    );
}

export function land(r: Random, label: string): Page {
  return new Page(label)
    .line('不动产首次登记公告')
    .table(
      ['序号', '权利人', '不动产坐落', '不动产单元号', '面积（平方米）', '用途'],
      rows(5, (i) => [
        String(i + 1),
        make.company(r),
        decoy('office address', `示范县${make.town(r)}工业园区${r.between(1, 40)}号`),
        decoy('parcel', `530926${r.digits(6)}GB${r.digits(5)}F${r.digits(8)}`),
        decoy('area', `${r.digits(5)}.${r.digits(2)}`),
        '工业用地',
      ]),
    )
    .line(
      '地块编号：',
      decoy('parcel', `GM2026-${r.digits(3)}`),
      '，四至坐标：',
      decoy('coordinates', `X=2612345.${r.digits(3)}，Y=33512345.${r.digits(3)}`),
    )
    .line(
      '东经',
      decoy('coordinates', `99°${r.digits(2)}′${r.digits(2)}″`),
      '，北纬',
      decoy('coordinates', '23.548712'),
      '。',
    );
}

export function licences(r: Random, label: string): Page {
  return new Page(label)
    .line('食品经营许可公示')
    .table(
      ['序号', '经营者名称', '社会信用代码', '许可证编号', '有效期至', '日常监管机构'],
      rows(6, (i) => [
        String(i + 1),
        make.company(r),
        decoy('credit code', make.creditCode(r)),
        decoy(
          'licence',
          r.of([`JY2530926${r.digits(7)}`, `53092620${r.between(18, 26)}0${r.between(1, 9)}${r.digits(6)}`]),
        ),
        decoy('date', `20${r.between(27, 31)}-0${r.between(1, 9)}-1${r.digits(1)}`),
        '城关市场监管所',
      ]),
    )
    .line('投诉举报电话：', decoy('hotline', '12315'));
}

export function orders(r: Random, label: string): Page {
  return new Page(label).line('专项资金支付明细').table(
    ['序号', '收款单位', '订单号', '支付凭证号', '发票代码', '发票号码', '金额'],
    rows(6, (i) => [
      String(i + 1),
      make.company(r),
      decoy(
        'order',
        r.of([
          `62${r.digits(17)}`,
          `2026${r.digits(14)}`,
          `530926${make.birth(r, 2015, 2026)}${r.digits(4)}`,
          `1${r.of(['38', '59'])}${r.digits(8)}`,
        ]),
      ),
      decoy('voucher', r.digits(r.of([12, 16, 18]))),
      decoy('invoice', `0530${r.digits(8)}`),
      decoy('invoice', r.digits(r.of([8, 20]))),
      decoy('amount', `${r.digits(6)}.${r.digits(2)}`),
    ]),
  );
}

export function statistics(r: Random, label: string): Page {
  return new Page(label)
    .line('示范县第七次人口普查公报')
    .table(
      ['民族', '人口数', '占比', '残疾人数', '低保户数'],
      rows(5, () => [
        r.of(['汉族', '傣族', '佤族']),
        decoy('number', r.digits(6)),
        `${r.digits(2)}%`,
        decoy('number', r.digits(4)),
        decoy('number', r.digits(3)),
      ]),
    )
    .table(
      ['残疾等级', '补贴标准（元/月）'],
      [
        [decoy('standard', '一级'), decoy('amount', '100')],
        [decoy('standard', '二级'), decoy('amount', '80')],
      ],
    )
    .line(
      '全县常住人口',
      decoy('number', `${r.digits(6)}人`),
      '，生产总值',
      decoy('amount', `1${r.of(['38', '52'])}${r.digits(8)}元`),
      '。',
    )
    .line(
      '高血压患者规范管理率',
      decoy('number', `${r.digits(2)}.${r.digits(2)}%`),
      '，严重精神障碍患者管理率',
      decoy('number', '95%'),
      '。',
    );
}

export function directory(r: Random, label: string): Page {
  return new Page(label)
    .line('政务公开工作联系表')
    .table(
      ['单位', '办公地址', '负责人', '职务', '办公电话', '邮编'],
      rows(6, (i) => [
        r.of(['县民政局', '县财政局', '县教育体育局', '县卫生健康局']),
        decoy('office address', `城关镇振兴路${i + 1}号`),
        decoy('official', make.name(r)),
        '办公室主任',
        real('landline', r.of([make.landline(r), `0990-${make.landline(r)}`])),
        decoy('postcode', '677500'),
      ]),
    )
    .line('网上信箱：', real('email', `zwgk${r.digits(2)}@example.gov.cn`));
}

export function policy(r: Random, label: string): Page {
  return new Page(label)
    .line(decoy('document number', make.documentNumber(r)))
    .line('示范县人民政府关于完善社会救助制度的意见')
    .line(
      '索引号：',
      decoy('index number', `${make.digitCreditCode(r)}/202609-00${r.digits(3)}`),
      '，',
      decoy('index number', `01527918X-2026-${r.digits(6)}`),
    )
    .line(
      '一、对年满',
      decoy('age', '80周岁'),
      '的老年人发放高龄津贴，对',
      decoy('age', '16周岁以下'),
      '的未成年人优先救助。',
    )
    .line(
      '二、申请人应当提供',
      decoy('mention', '身份证'),
      '、',
      decoy('mention', '户口簿'),
      '，患有',
      decoy('mention', '重大疾病'),
      '的提供诊断证明；',
      decoy('mention', '一级残疾'),
      '的提供残疾证。',
    )
    .line(
      '三、依据《',
      decoy('standard', 'GB/T 9704-2012'),
      '》编排，书号',
      decoy('ISBN', `ISBN 978-7-${r.digits(4)}-${r.digits(4)}-${r.digits(1)}`),
      '，刊号',
      decoy('ISSN', `ISSN 1003-${r.digits(4)}`),
      '。',
    )
    .line(
      '四、联系电话：',
      real('landline', make.landline(r)),
      '，微信公众号：',
      decoy('office account', 'shifanxian_gov'),
      '。',
    );
}

export function pupils(r: Random, label: string): Page {
  const born = (): string => make.birth(r, 2012, 2018);
  return new Page(label).line('示范县第一小学助学金发放名单').table(
    ['序号', '学生姓名', r.of(['班级', '年级班级']), '学籍号', '监护人', '监护人电话', '金额'],
    rows(5, (i) => [
      String(i + 1),
      real('person-list', make.name(r)),
      real('minor', `三年级${r.between(1, 6)}班`),
      [r.of(['G', 'L', '']), real('identity-number', make.identity(r, born()))],
      real('minor', make.name(r)),
      real('mobile-phone', make.mobile(r)),
      decoy('amount', '500'),
    ]),
  );
}

export function vehicles(r: Random, label: string): Page {
  return new Page(label).line('违法停车处理公告').table(
    ['序号', '号牌号码', '车辆型号', '车架号后六位', '处理时间'],
    rows(5, (i) => [
      String(i + 1),
      real(
        'plate-number',
        r.of([
          `云S${r.digits(5)}`,
          `云A${r.of(['D', 'F'])}${r.digits(5)}`,
          `粤B${r.of('KXZ'.split(''))}${r.digits(4)}`,
        ]),
      ),
      decoy('model', `SQ${r.digits(4)}G`),
      decoy('serial number', r.digits(6)),
      decoy('date', `2026-09-${r.between(10, 28)}`),
    ]),
  );
}
