/** A secrecy mark in every shape and place; and documents that only speak of secrets. */
import type { Labelled } from '../labelled.ts';

const body = (kind: string) => `县人民政府：
本段文字为检验读取而写，不含任何真实内容。请予审阅。
>示范县公安局
>2026年5月20日${kind}
`;

const secret = (
  id: string,
  head: string,
  level: '绝密' | '机密' | '秘密',
  more: Partial<Labelled['expected']> = {},
): Labelled => ({
  id: `secret-${id}`,
  text: `${head}
=示范县公安局关于有关工作情况的报告
${body('')}`,
  expected: {
    title: '示范县公安局关于有关工作情况的报告',
    documentNumber: '示公发〔2026〕15号',
    issuer: '示范县公安局',
    writtenDate: '2026-05-20',
    mark: null,
    kind: '报告',
    signers: ['赵某'],
    addressees: ['县人民政府'],
    secrecy: level,
    ...more,
  },
});

const head = '^示范县公安局文件\n示公发〔2026〕15号　　签发人：赵某';

export const secretDocuments: readonly Labelled[] = [
  secret('star-term', `000012\n机密★5年\n特急\n${head}`, '机密', { urgency: '特急' }),
  secret('bare', `秘密\n${head}`, '秘密'),
  secret('spaced', `机　密\n${head}`, '机密'),
  secret('spaced-star', `秘 密 ★ 1 年\n${head}`, '秘密'),
  secret('white-star', `绝密☆30年\n${head}`, '绝密'),
  secret('asterisk', `机密*10年\n${head}`, '机密'),
  secret('full-width', `机密★１０年\n${head}`, '机密'),
  secret('brackets', `【秘密】\n${head}`, '秘密'),
  secret('months', `秘密★6个月\n${head}`, '秘密'),
  secret('chinese-term', `机密★十年\n${head}`, '机密'),
  secret('cell', `|份号：000007|密级：机密★5年\n${head}`, '机密'),
  secret('label-cells', `|密级|秘密|保密期限|3年\n${head}`, '秘密'),
  secret('box', `@机密★长期\n${head}`, '机密'),
  secret('page-header', `#秘密★2年\n${head}`, '秘密'),
  secret('top-right', `^示范县公安局文件　　　　　机密\n示公发〔2026〕15号　　签发人：赵某`, '机密'),
  secret('with-copy-number', `000031　机密★20年\n${head}`, '机密'),
  secret('other-star', `机密✩5年\n${head}`, '机密'),
  secret('traditional', `機密★5年\n${head}`, '机密'),
];

export const speakingOfSecrets: readonly Labelled[] = [
  {
    id: 'about-secrecy-law',
    text: `
^示范县国家保密局文件
^示保发〔2026〕3号
=示范县国家保密局关于开展保守国家
=秘密
=宣传教育月活动的通知
各乡镇，县直各单位：
为宣传《中华人民共和国保守国家秘密法》，决定开展宣传教育月活动。国家秘密的密级分为绝密、机密、秘密三级。
机密级国家秘密是重要的国家秘密。
>示范县国家保密局
>2026年4月15日
（此件公开发布）
`,
    expected: {
      title: '示范县国家保密局关于开展保守国家秘密宣传教育月活动的通知',
      documentNumber: '示保发〔2026〕3号',
      issuer: '示范县国家保密局',
      writtenDate: '2026-04-15',
      mark: 'public',
      kind: '通知',
      addressees: ['各乡镇', '县直各单位'],
    },
  },
  {
    id: 'about-trade-secrets',
    text: `
=示范县市场监督管理局关于加强商业秘密保护的指导意见
各市场监督管理所，有关企业：
商业秘密是企业的核心竞争力。涉及国家秘密、商业秘密、个人隐私的，不予公开。
一、企业应当建立商业秘密管理制度，对载有商业秘密的文件标注“秘密”“机密”等字样。
>示范县市场监督管理局
>2026年3月15日
（此件公开发布）
`,
    expected: {
      title: '示范县市场监督管理局关于加强商业秘密保护的指导意见',
      documentNumber: null,
      issuer: '示范县市场监督管理局',
      writtenDate: '2026-03-15',
      mark: 'public',
      kind: '意见',
      addressees: ['各市场监督管理所', '有关企业'],
    },
  },
  {
    id: 'about-levels-in-table',
    text: `
=示范县涉密载体登记表（样表）
|序号|名称|绝密|机密|秘密|份数
|1|||||
|2|||||
填表说明：本表由各单位保密员填写，随年度报告报送。
`,
    expected: {
      title: '示范县涉密载体登记表（样表）',
      documentNumber: null,
      issuer: null,
      writtenDate: null,
      mark: null,
    },
  },
  {
    id: 'about-levels-as-list',
    text: `
=示范县国家保密局保密知识问答
问：国家秘密的密级有哪几级？
答：三级。
绝密
机密
秘密
问：公文的密级怎样标注？示例：
秘密★1年
答完毕。
`,
    expected: {
      title: '示范县国家保密局保密知识问答',
      documentNumber: null,
      issuer: '示范县国家保密局',
      writtenDate: null,
      mark: null,
    },
  },
  {
    id: 'about-form-unclassified',
    text: `
|密级：□绝密 □机密 □秘密 ☑非密|紧急程度：□特急 □加急 ☑平件
^示范县审计局文件
^示审发〔2026〕12号
=示范县审计局关于2025年度县级预算执行
=和其他财政收支审计查出问题整改情况的通报
各乡镇人民政府，县直各单位：
现将审计查出问题整改情况通报如下。
截至2026年8月底，应整改问题86个，已整改81个。
>示范县审计局
>2026年9月11日
（此件公开发布）
`,
    expected: {
      title: '示范县审计局关于2025年度县级预算执行和其他财政收支审计查出问题整改情况的通报',
      documentNumber: '示审发〔2026〕12号',
      issuer: '示范县审计局',
      writtenDate: '2026-09-11',
      mark: 'public',
      kind: '通报',
      addressees: ['各乡镇人民政府', '县直各单位'],
    },
  },
  {
    id: 'about-secret-archives',
    text: `
^示范县档案局文件
^示档发〔2026〕4号
=示范县档案局关于印发
=机密文件档案管理办法的通知
各乡镇，县直各单位：
现将《机密文件档案管理办法》印发给你们，请遵照执行。机密文件应当专人专柜保管。
>示范县档案局
>2026年8月1日
（此件不公开）
`,
    expected: {
      title: '示范县档案局关于印发机密文件档案管理办法的通知',
      documentNumber: '示档发〔2026〕4号',
      issuer: '示范县档案局',
      writtenDate: '2026-08-01',
      mark: 'withheld',
      kind: '通知',
      addressees: ['各乡镇', '县直各单位'],
    },
  },
];
