/** Decisions, notices and forms in which a person or an office is named. */
import * as make from '../invented.ts';
import { type Cell, decoy, Page, real } from '../page.ts';
import type { Random } from '../random.ts';
import { writtenIdentity, writtenMobile } from '../ways.ts';

const number = (r: Random): string => make.documentNumber(r);

export function penalty(r: Random, label: string): Page {
  const page = new Page(label)
    .line('示范县市场监督管理局行政处罚决定书')
    .line(decoy('document number', `示市监处罚〔2026〕${r.between(1, 200)}号`));
  if (r.once(2))
    page
      .line('当事人：', make.company(r))
      .line('统一社会信用代码：', decoy('credit code', make.creditCode(r)))
      .line('住所：', decoy('office address', `示范县城关镇工业路${r.between(1, 99)}号`))
      .line('法定代表人：', make.name(r));
  const born = make.birth(r, 1950, 1999);
  page
    .line(
      `当事人：${make.name(r)}，男，汉族，`,
      real('birth-date', `${born.slice(0, 4)}年${Number(born.slice(4, 6))}月${Number(born.slice(6))}日`),
      '出生，身份证号码：',
      real('identity-number', writtenIdentity(r, make.identity(r, born))),
      '，住',
      real('address', `${make.town(r)}${make.village(r)}${make.group(r)}`),
      '，联系电话：',
      real('mobile-phone', make.mobile(r)),
      '。',
    )
    .line(
      '经查，当事人于',
      decoy('date', make.date(r)),
      '销售不合格食品，货值金额',
      decoy('amount', `${make.amount(r)}元`),
      '。',
    )
    .line(
      '食品经营许可证编号：',
      decoy('licence', `JY1530926${r.digits(7)}`),
      '，案件编号：',
      decoy('case number', `530926202606${r.digits(6)}`),
    )
    .line(
      '罚款请缴至示范县非税收入专户，户名：示范县财政局，开户行：示范县农村信用合作联社，账号：',
      real('account-number', `5303${r.digits(14)}`),
    )
    .line('如不服本决定，可以自收到本决定书之日起60日内向示范县人民政府申请行政复议。');
  return page;
}

export function notice(r: Random, label: string): Page {
  return new Page(label)
    .line(decoy('document number', number(r)))
    .line('关于开展2026年城乡居民基本养老保险集中参保的通知')
    .line('各乡镇人民政府，县直各有关部门：')
    .line('请于', decoy('date', make.date(r)), '前将汇总表报县人力资源和社会保障局。')
    .line(
      `联系人：${make.name(r)}，联系电话：`,
      real('landline', `0990-${make.landline(r)}`),
      '、',
      real('landline', make.landline(r)),
      '，传真：',
      real('landline', make.landline(r)),
    )
    .line('电子邮箱：', real('email', r.of([`sfxrsj${r.digits(3)}@163.com`, `${r.digits(9)}@qq.com`])))
    .line('手机：', real('mobile-phone', writtenMobile(r, make.mobile(r))))
    .line(
      '咨询热线：',
      decoy('hotline', r.of(['12345', '12333', '400-610-0018', '96128'])),
      '，邮政编码：',
      decoy('postcode', '677500'),
    )
    .line('示范县人力资源和社会保障局')
    .line(decoy('date', make.date(r)));
}

/** Numbers in sentences, some run over the end of a line. */
export function prose(r: Random, label: string): Page {
  const broken = make.identity(r);
  const cut = r.between(5, 15);
  return new Page(label)
    .line('关于解决临时救助有关问题的答复')
    .line(
      `${make.name(r)}同志（身份证号`,
      real('identity-number', writtenIdentity(r, make.identity(r))),
      '，银行卡号',
      real('bank-card', make.card(r)),
      '）：',
    )
    .line(
      `您反映的${make.name(r)}家庭困难问题收悉。其身份证号为`,
      real('identity-number', broken.slice(0, cut)),
    )
    .line(`${broken.slice(cut)}，经核实情况属实。`)
    .line(
      '其子持护照',
      real('certificate-number', `E${r.digits(8)}`),
      '出境，港澳居民来往内地通行证号',
      real('certificate-number', `H${r.digits(8)}`),
      '。',
    )
    .line(
      '微信号：',
      real('social-account', `wxid_${r.digits(6)}`),
      '，QQ：',
      real('social-account', `${r.between(1, 9)}${r.digits(8)}`),
    )
    .line(
      '车辆号牌：',
      real('plate-number', r.of([`云S${r.digits(5)}`, `云SD${r.digits(5)}`, `云S·${r.digits(4)}A`])),
      '，登记编号：',
      decoy('serial number', `2026${r.digits(12)}`),
    )
    .line(
      '救助金',
      decoy('amount', `${r.digits(4)}元`),
      '已于',
      decoy('date', make.date(r)),
      '拨付，受理编号',
      decoy('serial number', `SL2026${r.digits(10)}`),
      '。',
    );
}

/** A form of one person: label and value side by side. */
export function form(r: Random, label: string): Page {
  const rows: Cell[][] = [
    ['姓名', make.name(r), '性别', '男', '民族', real('ethnicity', '傣族')],
    [
      '出生年月',
      real('birth-date', `${r.between(1950, 1990)}年${r.between(1, 12)}月`),
      '政治面貌',
      '群众',
      '健康状况',
      real('health', '患慢性病'),
    ],
    [
      '身份证号',
      real('identity-number', writtenIdentity(r, make.identity(r))),
      '联系电话',
      real('mobile-phone', make.mobile(r)),
      '',
      '',
    ],
    ['家庭住址', real('address', make.home(r)), '残疾等级', real('disability', '肢体三级'), '', ''],
    ['开户银行', '示范县农村信用社', '账号', real('bank-card', make.card(r)), '', ''],
    [
      '申请金额',
      decoy('amount', make.amount(r)),
      '受理编号',
      decoy('serial number', `53092620260${r.digits(7)}`),
      '',
      '',
    ],
  ];
  return new Page(label).line('社会救助申请审批表').rows(rows);
}

/** Blank: nothing in it is about anybody. */
export function blankForm(r: Random, label: string): Page {
  return new Page(label)
    .line(`附件${r.between(1, 3)}`)
    .line('申请表')
    .rows([
      ['姓名', '', decoy('blank form', '性别'), '', decoy('blank form', '民族'), ''],
      [decoy('blank form', '身份证号'), '', decoy('blank form', '联系电话'), ''],
      [decoy('blank form', '家庭住址'), '', decoy('blank form', '开户银行及账号'), ''],
    ])
    .table(
      ['序号', decoy('blank list', '姓名'), decoy('blank list', '身份证号'), decoy('blank list', '残疾等级')],
      [
        ['1', '', '', ''],
        ['2', '', '', ''],
      ],
    )
    .line(
      '申请人应当如实填写',
      decoy('mention', '身份证号码'),
      '、',
      decoy('mention', '银行账号'),
      '和',
      decoy('mention', '联系电话'),
      '。',
    );
}

export function appointment(r: Random, label: string): Page {
  return new Page(label)
    .line('干部任前公示')
    .line(
      `${make.name(r)}，男，傣族，${r.between(1970, 1990)}年${r.between(1, 12)}月生，大学学历，中共党员，现任示范县民政局副局长，拟任乡镇党委书记。`,
    )
    .line('公示期：', decoy('date', '2026年9月1日'), '至', decoy('date', '2026年9月7日'))
    .line('举报电话：0990-', decoy('hotline', '12380'));
}

export function internal(r: Random, label: string): Page {
  return r.once(2)
    ? new Page(label)
        .line(
          real(
            'internal-phrase',
            r.of(['内部资料 注意保存', '（内部文件，不得外传）', '【内部资料】', '内部参考']),
          ),
        )
        .line(`关于${make.town(r)}有关情况的汇报`)
        .line('现将有关情况汇报如下。')
    : new Page(label)
        .line('关于加强保密管理工作的通知')
        .line(
          '各单位',
          decoy('mention', '内部资料'),
          '应当',
          decoy('mention', '注意保存'),
          '，',
          decoy('mention', '不得外传'),
          '个人信息。',
        )
        .line(
          '对标有',
          decoy('mention', '“内部文件”'),
          '字样的材料，应当登记造册；',
          decoy('mention', '工作秘密'),
          '的管理按照有关规定执行。',
        );
}
