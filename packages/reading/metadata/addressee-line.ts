/** 主送机关: whom a document is for, before a colon, above the text (GB/T 9704-2012, 7.3.2). */
import { compact } from '../clean.ts';
import { isOrganName } from './organ-name.ts';

const maxLength = 400;
const people =
  /(?:.单位|部门|企业|机构|组织|团体|个人|市民|居民|群众|同志|先生|女士|家长|考生|学生|村民|用户|业主|商户|经营者|纳税人|成员|代表|委员|领导|人民政府|政府|办事处|村委会|居委会|村|社区|县|市|区|乡镇|街道|厂|店|矿|合作社|酒店|科室|股室|处室|站所|(?:政府|部门|单位|公司|委员会|局|委|办)\))$/;
const startsLikeOne =
  /^(?:各|县直|市直|区直|州直|省直|省属|市属|中央|驻|局属|局机关|机关各|有关|相关|全县|全市|全体|全区|广大|尊敬的|本)/;
/** Sentences end in a colon, too. */
const sentence =
  /如下|根据|现将|为了|为进一步|为贯彻|按照|经研究|收悉|通过|关于|电话|地址|附件|时间|地点|联系人|抄送|主题词|签发|标题|名称|编号|日期|说明|备注|示例|例如|内容|要求|事项|目的|原则|包括|负责|是$|为$/;

const notPerson =
  /人[:：]|命令|姓名|地址|电话|现将|通知|公告|说明|备注|依据|目录|摘要|附件|时间|地点|单位|事项|内容|要求|如下|目的|^答|^问|主题|来源|编号|标题|简介|流程|条件|材料/;

/** Index of the colon, when the line begins with those a document is for. */
export function addresseeEnd(text: string): number | undefined {
  const colon = text.slice(0, maxLength).search(/[:：]/);
  return colon > 0 && isAddresseeList(text.slice(0, colon)) ? colon : undefined;
}

export function isAddresseeList(text: string): boolean {
  const plain = compact(text);
  if (plain.length < 2 || plain.length > maxLength || sentence.test(plain) || /[。；;!?《]/.test(plain))
    return false;
  const items = splitItems(plain);
  const last = items.at(-1) ?? '';
  return (
    (isOrganName(last) || people.test(last) || startsLikeOne.test(last)) &&
    items.filter((i) => isOrganName(i) || people.test(i) || startsLikeOne.test(i)).length * 2 >= items.length
  );
}

/** An answer to one person: a name of two to four characters and the colon, nothing else. */
export const isOnePerson = (text: string): boolean =>
  /^\p{Script=Han}{2,4}[:：]$/u.test(compact(text)) && !notPerson.test(compact(text));

const splitItems = (plain: string): string[] => plain.split(/[,，]/).filter((item) => item !== '');

/** 人民政府 alone goes with the place named before it. */
const isName = (name: string): boolean =>
  isOrganName(name.replace(/^各/, '')) && !/^(?:人民政府|政府|党委|办事处)$/.test(name);

/** Groups are parted by commas; 、 parts names only where each piece is one, not in 各乡、镇人民政府. */
export const addresseesIn = (text: string): string[] =>
  splitItems(text.replaceAll(/\s+/g, '')).flatMap((group) => {
    const names = group.split('、');
    return names.length > 1 && names.every(isName) ? names : [group];
  });
