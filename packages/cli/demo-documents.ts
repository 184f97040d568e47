/**
 * Documents of an invented county in the official layout (GB/T 9704-2012, one in the layout before it). Every
 * person, number, telephone and account is made up: the region 990101 does not exist.
 */
import type { Attribute, Ground } from '@gongkai/domain/attribute.ts';
import type { Metadata } from '@gongkai/domain/document.ts';

export interface OfficialDocument {
  id: string;
  fileName: string;
  /** Lines as they stand in the file; a tab parts the cells of a row. */
  text: string;
  /** What reading must find; for a secret one only that it is secret. */
  expected: Metadata & { secret: boolean };
  declared: {
    department: string;
    attribute: Attribute;
    ground?: Ground;
    catalogueItem: string;
    needsInterpretation: boolean;
  };
}

const lines = (...all: string[]): string => `${all.join('\n')}\n`;
const row = (...cells: string[]): string => cells.join('\t');

const elderlyCare: OfficialDocument = {
  id: 'care-allowance',
  fileName: '高龄津贴发放工作的通知.txt',
  text: lines(
    '示范县人民政府办公室文件',
    '示政办发〔2026〕31号',
    '示范县人民政府办公室关于进一步做好',
    '高龄津贴发放工作的通知',
    '各乡镇人民政府、街道办事处，县直有关部门：',
    '为落实国家和省关于养老服务的部署，让高龄老年人及时足额领到津贴，经县人民政府同意，现将有关事项通知如下。',
    '一、发放对象和标准',
    '具有本县户籍、年满80周岁的老年人，可以申领高龄津贴。80至89周岁每人每月60元，90至99周岁每人每月120元，100周岁以上每人每月500元。',
    '二、申领程序',
    '（一）申请。老年人本人或者其亲属向户籍所在地村（社区）提出，只需出示户口簿，不再提交其他证明。',
    '（二）核对。乡镇人民政府、街道办事处自收到申请之日起5个工作日内完成核对。',
    '（三）发放。县民政局自收到核对结果的次月起按月发放，每月15日前拨付到位。',
    '三、工作要求',
    '各乡镇、街道要主动告知、上门服务，不得要求老年人到现场证明健在。县财政局要按时安排资金，县审计局要加强监督。',
    '本通知自2026年10月1日起施行，有效期5年。',
    '示范县人民政府办公室',
    '2026年9月14日',
    '（此件公开发布）',
    '抄送：县委办公室，县人大常委会办公室，县政协办公室。',
    '示范县人民政府办公室  2026年9月14日印发',
  ),
  expected: {
    title: '示范县人民政府办公室关于进一步做好高龄津贴发放工作的通知',
    documentNumber: '示政办发〔2026〕31号',
    issuer: '示范县人民政府办公室',
    writtenDate: '2026-09-14',
    mark: 'public',
    secret: false,
  },
  declared: {
    department: 'civil-affairs',
    attribute: 'public',
    catalogueItem: 'policy-documents',
    needsInterpretation: true,
  },
};

const subsidyList: OfficialDocument = {
  id: 'subsidy-list',
  fileName: '耕地地力保护补贴发放名单.txt',
  text: lines(
    '示范县农业农村局文件',
    '示农发〔2026〕18号',
    '示范县农业农村局关于公布2026年耕地地力保护补贴发放名单的通知',
    '各乡镇人民政府：',
    '根据年度补贴方案，经村级申报、乡镇审核、县级复核，现将第一批发放名单印发给你们，请通知到户。对名单有异议的，请于10个工作日内向县农业农村局反映，电话：0990-6120018。',
    '附件：1.2026年耕地地力保护补贴第一批发放名单',
    '示范县农业农村局',
    '2026年9月8日',
    '（此件删减后公开）',
    '附件1',
    '2026年耕地地力保护补贴第一批发放名单',
    row('序号', '姓名', '村组', '身份证号', '联系电话', '一卡通账号', '面积（亩）', '金额（元）'),
    row(
      '1',
      '周稻丰',
      '上坝村一组',
      '990101199901010014',
      '13800138000',
      '6217000000000000012',
      '6.2',
      '589.00',
    ),
    row(
      '2',
      '何麦香',
      '上坝村二组',
      '990101199901010022',
      '138 0013 8001',
      '6217000000000000020',
      '4.5',
      '427.50',
    ),
    row(
      '3',
      '林谷雨',
      '下坝村一组',
      '990101196505050010',
      '138-0013-8002',
      '6217 0000 0000 0000 038',
      '8.0',
      '760.00',
    ),
    row(
      '4',
      '吴春耕',
      '下坝村三组',
      '９９０１０１１９７２０８１５００１Ｘ',
      '１３８００１３８００３',
      '6217000000000000046',
      '3.8',
      '361.00',
    ),
    '抄送：县财政局。',
    '示范县农业农村局办公室  2026年9月9日印发',
  ),
  expected: {
    title: '示范县农业农村局关于公布2026年耕地地力保护补贴发放名单的通知',
    documentNumber: '示农发〔2026〕18号',
    issuer: '示范县农业农村局',
    writtenDate: '2026-09-08',
    mark: 'redacted',
    secret: false,
  },
  declared: {
    department: 'agriculture',
    attribute: 'redacted',
    ground: 'third-party',
    catalogueItem: 'farm-subsidies',
    needsInterpretation: false,
  },
};

const approvalReply: OfficialDocument = {
  id: 'approval-reply',
  fileName: '关于同意老旧小区改造项目实施方案的批复.txt',
  text: lines(
    '示范县住房和城乡建设局',
    '示建函〔2026〕7号',
    '示范县住房和城乡建设局关于同意东街片区',
    '老旧小区改造项目实施方案的批复',
    '城关镇人民政府：',
    '你镇《关于报请审批东街片区老旧小区改造项目实施方案的请示》收悉。经研究，现批复如下：',
    '一、原则同意项目实施方案，改造面积2.1万平方米，涉及居民286户。',
    '二、项目总投资控制在1860万元以内，资金由中央补助、县级配套和居民出资共同解决。',
    '三、请你镇在施工前逐户征求意见，妥善安排施工期间居民的出行和用水。',
    '此复。',
    '示范县住房和城乡建设局',
    '2026年8月27日',
    '（此件依申请公开）',
    '抄送：县发展和改革局、县财政局。',
    '示范县住房和城乡建设局办公室  2026年8月27日印发',
  ),
  expected: {
    title: '示范县住房和城乡建设局关于同意东街片区老旧小区改造项目实施方案的批复',
    documentNumber: '示建函〔2026〕7号',
    issuer: '示范县住房和城乡建设局',
    writtenDate: '2026-08-27',
    mark: 'on-request',
    secret: false,
  },
  declared: {
    department: 'housing',
    attribute: 'on-request',
    ground: 'third-party',
    catalogueItem: 'affordable-housing',
    needsInterpretation: false,
  },
};

const internalRequest: OfficialDocument = {
  id: 'internal-request',
  fileName: '关于解决应急物资仓库搬迁经费的请示.txt',
  text: lines(
    '示范县应急管理局文件',
    '示应急发〔2026〕22号\t签发人：马安澜',
    '示范县应急管理局关于解决应急物资',
    '仓库搬迁经费的请示',
    '县人民政府：',
    '我局现有应急物资仓库建于2003年，屋面漏雨，消防通道不足，已不能满足储备需要。经与县财政局初步协商，拟将仓库搬迁至工业园区，预计需要经费46万元。',
    '因搬迁地点和储备品种尚在论证，数据可能调整，恳请县人民政府在年度预算中予以统筹解决。',
    '妥否，请批示。',
    '示范县应急管理局',
    '2026年9月2日',
    '（此件不公开）',
    '示范县应急管理局办公室  2026年9月2日印发',
  ),
  expected: {
    title: '示范县应急管理局关于解决应急物资仓库搬迁经费的请示',
    documentNumber: '示应急发〔2026〕22号',
    issuer: '示范县应急管理局',
    writtenDate: '2026-09-02',
    mark: 'withheld',
    secret: false,
  },
  declared: {
    department: 'emergency',
    attribute: 'withheld',
    ground: 'process-information',
    catalogueItem: 'work-safety',
    needsInterpretation: false,
  },
};

const secretPaper: OfficialDocument = {
  id: 'secret-paper',
  fileName: '关于重要设施安全检查情况的报告.txt',
  text: lines(
    '000007',
    '机密★5年',
    '特急',
    '示范县公安局文件',
    '示公发〔2026〕9号\t签发人：赵守正',
    '示范县公安局关于重要设施安全检查情况的报告',
    '县人民政府：',
    '按照工作安排，我局完成了检查。本段文字为系统演示而写，不含任何真实内容。',
    '示范县公安局',
    '2026年9月10日',
  ),
  expected: {
    title: '示范县公安局关于重要设施安全检查情况的报告',
    documentNumber: '示公发〔2026〕9号',
    issuer: '示范县公安局',
    writtenDate: '2026-09-10',
    mark: null,
    secret: true,
  },
  declared: {
    department: 'public-security',
    attribute: 'withheld',
    ground: 'public-safety',
    catalogueItem: 'household-registration',
    needsInterpretation: false,
  },
};

/** Marked public, declared withheld, and full of what must not be public: a person has to find out. */
const contradiction: OfficialDocument = {
  id: 'contradiction',
  fileName: '临时救助对象审核结果的通报.txt',
  text: lines(
    '示范县民政局文件',
    '示民发〔2026〕40号',
    '示范县民政局关于2026年第三季度临时救助对象审核结果的通报',
    '各乡镇人民政府、街道办事处：',
    '现将第三季度临时救助对象审核结果通报如下，请据此发放救助金。',
    row('姓名', '身份证号码', '手机号码', '家庭住址', '致贫原因', '开户行', '银行账号'),
    row(
      '许有田',
      '990101195803120019',
      '13800138010',
      '城关镇东街12号',
      '因病致贫',
      '县农商行',
      '6217000000000000053',
    ),
    row(
      '高小满',
      '990101196311230021',
      '13800138011',
      '城关镇西街8号',
      '残疾二级',
      '县农商行',
      '6217000000000000061',
    ),
    row(
      '罗守业',
      '990101197007010037',
      '13800138012',
      '青山乡大石村4组',
      '因灾致贫',
      '县邮储银行',
      '6217000000000000079',
    ),
    '经办人：陈经办，手机13800138013。',
    '示范县民政局',
    '2026年9月16日',
    '（此件公开发布）',
    '示范县民政局办公室  2026年9月16日印发',
  ),
  expected: {
    title: '示范县民政局关于2026年第三季度临时救助对象审核结果的通报',
    documentNumber: '示民发〔2026〕40号',
    issuer: '示范县民政局',
    writtenDate: '2026-09-16',
    mark: 'public',
    secret: false,
  },
  declared: {
    department: 'civil-affairs',
    attribute: 'withheld',
    ground: 'third-party',
    catalogueItem: 'social-assistance',
    needsInterpretation: false,
  },
};

/** Before GB/T 9704-2012: date in Chinese numerals, square brackets, subject words. */
const olderLayout: OfficialDocument = {
  id: 'older-layout',
  fileName: '示政发2019第6号公共租赁住房管理意见.txt',
  text: lines(
    '示 范 县 人 民 政 府 文 件',
    '示政发[2019]06号',
    '示范县人民政府关于加强公共租赁住房管理的意见',
    '各乡镇人民政府，县直各部门：',
    '为规范公共租赁住房的分配、使用和退出，现提出如下意见。',
    '一、严格准入条件。申请家庭人均住房建筑面积应当低于15平方米，收入符合年度标准。',
    '二、公开分配过程。房源、条件、程序和结果一律公开，接受社会监督。',
    '三、健全退出机制。不再符合条件的家庭，应当在6个月内腾退。',
    '二〇一九年十一月二十五日',
    '（此件主动公开）',
    '主题词：城乡建设　住房　意见',
    '抄送：县委各部门，县人大常委会办公室，县政协办公室。',
    '示范县人民政府办公室　　　　二○一九年十一月二十六日印发',
  ),
  expected: {
    title: '示范县人民政府关于加强公共租赁住房管理的意见',
    documentNumber: '示政发〔2019〕6号',
    issuer: '示范县人民政府',
    writtenDate: '2019-11-25',
    mark: 'public',
    secret: false,
  },
  declared: {
    department: 'county-office',
    attribute: 'public',
    catalogueItem: 'policy-documents',
    needsInterpretation: false,
  },
};

export const officialDocuments: readonly OfficialDocument[] = [
  elderlyCare,
  subsidyList,
  approvalReply,
  internalRequest,
  secretPaper,
  contradiction,
  olderLayout,
];
