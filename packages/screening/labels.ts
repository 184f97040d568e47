/** What the words beside a number, or the heading above a cell, say about it. All patterns read plain text. */

/** What a number is called. */
export type NumberLabel =
  | 'identity'
  | 'account'
  | 'certificate'
  | 'phone'
  | 'email'
  | 'social'
  | 'credit'
  | 'serial'
  | 'amount';
/** What the cells of a column hold about a person. */
export type PersonLabel =
  | 'name'
  | 'named-role'
  | 'address'
  | 'group'
  | 'birth'
  | 'age'
  | 'health'
  | 'disability'
  | 'hardship'
  | 'religion'
  | 'ethnicity'
  | 'guardian'
  | 'school'
  | 'family'
  | 'bank'
  | 'plate';
export type Label = NumberLabel | PersonLabel;

const suffix = '(?:号码|编号|号|码)?';
const numberWords: Record<NumberLabel, string> = {
  identity: `(?:(?:居民|公民)?身份(?:证件?|证明)|公民身份|身份号|证件|居住证|居留证|ID)${suffix}`,
  account: `(?:银行|开户|收款|个人)?(?:账号|帐号|账户|帐户|卡号|一卡通|一折通|存折|折号|卡折|银行卡|储蓄卡|借记卡|惠农卡|社保卡|社会保障卡|金融卡)${suffix}`,
  certificate: `(?:护照|通行证|台胞证|回乡证|军官证|士兵证|警官证|军人证|残疾人?证|驾驶证|医保卡|医疗证|病历|病案|住院|门诊|就诊卡|学籍)${suffix}`,
  phone: `(?:联系|办公|咨询|监督|举报|固定|移动|值班|家庭|投诉|服务)?(?:电话|手机|传真|热线|座机|联系方式|联系号|移动号|Tel|TEL|tel|Mobile|Phone)${suffix}`,
  email: '电子邮[箱件]|邮箱|E-?mail',
  social: '微信号?|QQ号?码?|钉钉号?|抖音号?|WeChat',
  credit: `(?:统一)?(?:社会)?(?:信用代码|信用编码|信用码|税号|识别号|机构代码|注册号|登记号)${suffix}`,
  serial: `(?:单|订单|合同|协议|发票|票|流水|凭证|案|宗地|地块|图斑|批准文|批|批次|备案|执照|注册证|登记证|资质|标准|图|序列|资产|设备|条码|工单|受理|申报|报名|准考证|考|学|工|车架|发动机|文|项目|标段|采购|招标|档案|卷|许可证|产权证|权证|证书|传票|交易|回单|业务|任务|样品|检验|报告)(?:号码|编号|编码|代码|号)|编号|编码|代码|索引号|单号|流水|(?:条形|二维|追溯|授权|校验|验证|防伪|监管|识别|产品|商品|物料|申请|统计|登记)码|IMEI|S\\/?N|No\\.|ISBN|ISSN|CN|邮编|邮政编码|型号|规格|批准文号|文号|网址|https?`,
  amount:
    '金额|资金|投资额?|造价|总价|单价|价款|报价|中标价|预算|决算|合计|共计|总计|小计|余额|收入|支出|面积|产值|产量|数量|人口|增加值',
};
const order: readonly NumberLabel[] = [
  'identity',
  'certificate',
  'account',
  'phone',
  'email',
  'social',
  'credit',
  'serial',
  'amount',
];
// 许可证件 and the like are no person's papers; the number of a licence is a serial one.
const inText = new RegExp(
  order
    .map((name, i) => `(${i === 0 ? '(?<!许可|资质|资格|营业|登记|有效)' : ''}(?:${numberWords[name]}))`)
    .join('|'),
  'g',
);

export interface Said {
  label: Label;
  /** The word itself. */
  word: string;
}

/** Titles of a form are often spread over its width: 电 话, 身 份 证 号. */
const spread = /(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?: +[\u4e00-\u9fff](?![\u4e00-\u9fff]))+/g;
export const close = (text: string): string =>
  text.includes(' ') ? text.replaceAll(spread, (title) => title.replaceAll(' ', '')) : text;

/** How far before a number its name may stand. */
const reach = 30;

/** The name of what begins at `at`, from the words before it, back to `from`. */
export function labelBefore(text: string, from: number, at: number): Said | undefined {
  if (at - from < 2) return undefined;
  const before = close(text.slice(Math.max(from, at - reach), at));
  let said: Said | undefined;
  let rest = before;
  for (const match of before.matchAll(inText)) {
    const index = match.findIndex((group, i) => i > 0 && group !== undefined);
    said = { label: order[index - 1]!, word: match[0] };
    rest = before.slice(match.index + match[0].length);
  }
  return said && !isFar(rest) ? said : undefined;
}

/** A sentence end or another number between the name and the number; a list of numbers shares its name. */
const isFar = (between: string): boolean =>
  /[。;!?\uE000]/.test(between) ||
  (/\d{4}/.test(between) && !/^\D{0,6}(?:[\d\- ]+ ?[、/和或及,] ?)+$/.test(between));

/** A cell that names others: short, no number, no sentence. */
export const longestHeading = 25;

/** Spaces, notes in brackets and marks are no part of a heading. */
export const bareHeading = (cell: string): string =>
  cell.normalize('NFKC').replaceAll(/\s|[*:]|\([^()]*\)|\[[^[\]]*\]/g, '');

/** About the papers themselves, or whether there are any: not the number. */
const aboutPapers =
  /日期|期限|有效期|到期|复印|是否|有无|类型|类别|种类|机关|数量|张数|份数|人数|次数|照片|截图|归属|标准$|要求/;
const person =
  '(?:户主|本人|申请人|当事人|被处罚人|处罚对象|监护人|法定代理人|受益人|领[取款]人|收款人|承包人|承租人|购房人|产权人|权利人|被征收人|土地使用者|保障对象|救助对象|补[贴助]对象|发放对象|低保对象|帮扶对象|享受对象|优抚对象|参保人|持卡人|死者|亡者|患者|病人|学生|儿童|幼儿|考生|老人|老年人|残疾人|村民|农户|驾驶员|司机|人员|家长|子女|配偶|被保险人|投保人|公益岗位人员|职工|教师|教职工|成员|家庭成员|受助人|受助学生|被救助人|孤儿|姓名)';
const roles =
  '(?:法定代表人|法人代表|法人|负责人|联系人|经办人|经营者|投资人|项目经理|总监|校长|园长|院长|村医|执业医师|责任人|网格员|河长|林长|队长|组长|书记|主任|委员|专家)';
const personWords: readonly [PersonLabel, RegExp][] = [
  ['guardian', /监护人|父亲|母亲|家长|法定代理人/],
  ['name', new RegExp(`^(?:${person}|(?:.{0,8}的?)?(?:姓名|名字)|.{0,6}${person})(?:姓名|名字|名称|名单)?$`)],
  ['named-role', new RegExp(`^.{0,6}${roles}(?:姓名)?$`)],
  [
    'group',
    /^(?:所在|所属)?(?:(?:县|乡|镇|街道|行政村|自然村|村|社区)[、/]?)*(?:村|居)?(?:民)?小?组(?:别|名称)?$/,
  ],
  [
    'address',
    /住址|住所|家庭地址|户籍地|户籍所在|户口所在|详细地址|居住地|现住|常住地|通讯地址|门牌|房号|户籍地址|楼栋|房屋坐落|^地址$/,
  ],
  ['birth', /出生|生日|^生年月|诞辰/],
  ['age', /^(?:周岁|年龄|实足年龄|岁数)$/],
  ['disability', /残疾(?!人?证|人数|人$)|^残级|伤残/],
  [
    'health',
    /疾病|病种|病情|病史|患病|病名|健康状况|身体状况|诊断|病因|症状|血型|艾滋|精神障碍|用药|住院情况/,
  ],
  [
    'hardship',
    /(?:致贫|困难|致困|救助|返贫|申请|保障|纳入|享受低保)原因|贫困类型|困难类型|困难类别|贫困属性|家庭困难情况|低保类[型别]|救助类[型别]|户属性|户类型/,
  ],
  ['religion', /宗教|信仰/],
  ['ethnicity', /^民族(?:成分|成份)?$/],
  ['school', /^(?:所在|就读)?(?:学校)?(?:年级|班级|年级班级|班别)$|就读学校|就读班级/],
  ['family', /婚姻|家庭收入|年收入|月收入|人均收入|工资|家庭成员|与户主关系|政治面貌|学历|文化程度|征信/],
  ['bank', /开户(?:银)?行|开户机构|银行名称|开户网点/],
  ['plate', /车牌|号牌号码|牌照号/],
];

/** What a heading says about the cells below or beside it; a heading may say several things. */
export function labelsOfHeading(cell: string): Label[] {
  if (cell.length > 3 * longestHeading) return [];
  const text = bareHeading(cell);
  if (text === '' || text.length > longestHeading || /[。;!?]|\d{5}/.test(text)) return [];
  const labels: Label[] = personWords.filter(([, pattern]) => pattern.test(text)).map(([label]) => label);
  if (aboutPapers.test(text)) return labels;
  return [...labels, ...order.filter((name) => headingNumber[name].test(text))];
}

const headingNumber = Object.fromEntries(
  order.map((name) => [
    name,
    new RegExp(`${name === 'identity' ? '(?<!许可|资质|资格|营业|登记)' : ''}(?:${numberWords[name]})`),
  ]),
) as Record<NumberLabel, RegExp>;

/** Of several things a heading says, what counts for a number below it. */
export const numberLabel = (labels: readonly Label[]): NumberLabel | undefined =>
  order.find((name) => labels.includes(name));

/** Headings that say nothing of persons, but make a row the heading of a table. */
const neutral =
  /^(?:序号|序|编号|No\.?|乡镇|乡\(镇\)|镇|乡|街道|村|村组|组|行政村|自然村|村民小组|社区|小组|性别|备注|说明|合计|小计|户数|人数|单位|部门|科室|地区|区域|名称|职务|职称|岗位|职位|成绩|分数|排名|名次|方式|用途|来源|依据|级别|档次|品种|规格|关系|签名|签字|盖章|电话|品牌)$|(?:号|号码|名称|金额|标准|人数|户数|数量|面积|时间|日期|年月|备注|类别|类型|类|等级|情况|单位|部门|地点|位置|内容|依据|方式|原因|结果|状态|编码|代码|关系|次数|比例|占比|对象|条件|程序|流程|期限|责任人|事项|职责|职务|资金|价格|单价|总价|预算|决算|收入|支出|任务|目标|进度|指标|成绩|学历|专业|经费|补贴|补助|规模|性质|用途|资质|工期|意见|主体|渠道|形式|项目)$/;
export const isHeadingCell = (cell: string): boolean => {
  if (cell.length > 3 * longestHeading) return false;
  const text = bareHeading(cell);
  return (
    text.length <= longestHeading &&
    !/\d{3}|\d[号组栋室]/.test(text) &&
    (neutral.test(text) || labelsOfHeading(cell).length > 0)
  );
};

/** Nothing is said: empty, a stroke, or masked already. */
export const saysNothing = (value: string): boolean =>
  /^[\s\-/\\无略×xX●#.、_]*$|\*{2}|×{2}|^.\*$|已删减/.test(value);
