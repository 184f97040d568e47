/** The law or standard each kind of find rests on, as told to reviewers. */
import type { FindingKind } from './types.ts';

export const rules: Record<FindingKind, string> = {
  'identity-number': '公民身份号码（GB 11643），公开前须删除：个人信息保护法第二十五条、第二十八条',
  'bank-card': '银行卡号（敏感个人信息：金融账户），公开前须删除：个人信息保护法第二十八条',
  'account-number': '疑似银行账号或一卡通账号，请核对：个人信息保护法第二十八条',
  'mobile-phone': '手机号码，个人号码不得公开，办公联系方式请确认：个人信息保护法第二十五条',
  landline:
    '固定电话，机关办公电话可以公开，个人电话不得公开：政府信息公开条例第二十条、个人信息保护法第二十五条',
  email: '电子邮箱，办公邮箱可以公开，个人邮箱不得公开：个人信息保护法第二十五条',
  'sensitive-column': '表格中有个人信息栏目，请确认该栏目是否可以公开：个人信息保护法第二十五条、第二十八条',
  'person-list':
    '人员名单，请确认公开的依据、范围和期限：个人信息保护法第二十五条、社会救助暂行办法第六十一条',
  'internal-phrase':
    '标有内部使用字样，请确认是否可以公开：保守国家秘密法第六十四条、政府信息公开条例第十六条',
  'secrecy-mark': '正文中有单独成行的密级标志，请立即由保密审查员核实：保守国家秘密法第三十五条',
};
