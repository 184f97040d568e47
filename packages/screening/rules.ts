/** What each kind of find asks of the reviewer, and the law or standard it rests on. */
import type { FindingKind } from './types.ts';

/**
 * Raise it when the recognisers find something they did not find before, or look at more: everything published is then
 * screened anew.
 */
export const rulesVersion = 3;

export interface Rule {
  /** Chinese: what the find is called. */
  name: string;
  /** Chinese: what to do. */
  rule: string;
  /** Chinese: article or standard. */
  law: string;
}

/** Findings that were stored by earlier rules may be of kinds that are no more. */
export const nameOfKind = (kind: string): string => (rules as Record<string, Rule>)[kind]?.name ?? '敏感内容';

const personal = '个人信息保护法第二十五条';
const sensitive = '个人信息保护法第二十八条';

export const rules: Record<FindingKind, Rule> = {
  'identity-number': {
    name: '身份证号',
    rule: '公民身份号码，公开前须删除',
    law: `GB 11643；${personal}、第二十八条`,
  },
  'bank-card': { name: '银行卡号', rule: '银行卡号属于金融账户信息，公开前须删除', law: sensitive },
  'account-number': {
    name: '账号',
    rule: '银行账号、一卡通或者社保卡号：个人的须删除，单位收款账户请确认是否必须公开',
    law: sensitive,
  },
  'certificate-number': {
    name: '证件号码',
    rule: '护照、通行证、军人证件、病历等证件号码，公开前须删除',
    law: `${personal}、第二十八条`,
  },
  'mobile-phone': {
    name: '手机号码',
    rule: '个人手机号码不得公开，办公联系方式请确认',
    law: personal,
  },
  landline: {
    name: '固定电话',
    rule: '机关办公电话可以公开，个人电话不得公开',
    law: `政府信息公开条例第二十条；${personal}`,
  },
  email: {
    name: '电子邮箱',
    rule: '办公邮箱可以公开，个人邮箱不得公开',
    law: `政府信息公开条例第二十条；${personal}`,
  },
  'social-account': { name: '微信号或QQ号', rule: '个人的微信、QQ 等账号不得公开', law: personal },
  'plate-number': { name: '车牌号', rule: '个人车辆号牌不得公开，公务车辆请确认', law: personal },
  address: {
    name: '住址',
    rule: '住址公开到乡镇、街道或者村、社区为止，门牌和村民小组须删除',
    law: personal,
  },
  'birth-date': { name: '出生日期', rule: '出生日期须删除或者只留年份', law: personal },
  health: { name: '健康信息', rule: '医疗健康信息须删除', law: sensitive },
  disability: { name: '残疾信息', rule: '残疾类别和等级属于医疗健康信息，须删除', law: sensitive },
  hardship: {
    name: '困难原因',
    rule: '致贫、致困原因不属于必须公示的内容，须删除',
    law: `社会救助暂行办法第六十一条；${sensitive}`,
  },
  minor: {
    name: '未成年人信息',
    rule: '涉及未成年人，不满十四周岁的一切信息都是敏感个人信息；监护人信息一并核对',
    law: `${sensitive}；未成年人保护法第四条`,
  },
  religion: { name: '宗教信仰', rule: '宗教信仰须删除', law: sensitive },
  ethnicity: { name: '民族', rule: '名单中的民族一栏，请确认是否必须公开', law: personal },
  track: { name: '行踪轨迹', rule: '行踪轨迹须删除', law: sensitive },
  'sensitive-column': {
    name: '个人信息栏目',
    rule: '表格中有个人信息栏目，请确认该栏目是否可以公开',
    law: `${personal}、第二十八条`,
  },
  'person-list': {
    name: '人员名单',
    rule: '人员名单，请确认公开的依据、范围和期限',
    law: `${personal}；社会救助暂行办法第六十一条`,
  },
  'internal-phrase': {
    name: '内部使用字样',
    rule: '标有内部使用字样，请确认是否可以公开',
    law: '保守国家秘密法第六十四条；政府信息公开条例第十六条',
  },
  'secrecy-mark': {
    name: '密级字样',
    rule: '正文中有单独成行的密级标志，请立即由保密审查员核实',
    law: '保守国家秘密法第三十五条',
  },
  map: {
    name: '地图',
    rule: '公开地图须使用标准地图并标明审图号',
    law: '政府网站发展指引（国办发〔2017〕47号）',
  },
  wording: { name: '用语核对', rule: '这类用语只能由人核对', law: '政府网站发展指引（国办发〔2017〕47号）' },
};
