/** The catalogue the demo county begins with: rows as counties publish them, for seven fields. */
import { readLimit } from '@gongkai/catalogue/limit-text.ts';
import { type ItemContent, openToAll } from '@gongkai/domain/catalogue-item.ts';
import { system } from '@gongkai/domain/history.ts';
import { loadFields } from '@gongkai/functions/shared/catalogue-columns.ts';
import { installCatalogue } from '@gongkai/functions/shared/catalogue-install.ts';
import type { Deps } from '@gongkai/platform/deps.ts';

interface DemoPart {
  field: string;
  department: string;
  rows: ItemContent[];
}

const regulation = '《中华人民共和国政府信息公开条例》（国务院令第711号）';
const twenty = '信息形成或变更之日起20个工作日内';

type Rest = Partial<Omit<ItemContent, 'limit'>> & { limit?: string };
type Short = Pick<ItemContent, 'first' | 'second' | 'content'> & Rest;

const part = (field: string, department: string, name: string, rows: readonly Short[]): DemoPart => ({
  field,
  department,
  rows: rows.map(({ limit = twenty, ...row }) => ({
    ...openToAll,
    basis: regulation,
    publishers: [{ name, department }],
    ...row,
    limit: readLimit(limit),
  })),
});

const ten = '制定或获取信息之日起10个工作日内';
const assistance: Rest = {
  limit: ten,
  channels: ['website', 'reading-place', 'service-hall'],
  township: true,
};
const posted: Rest = {
  limit: `${ten}，公示7个工作日`,
  channels: ['notice-board'],
  county: false,
  township: true,
};
const budgetLaw = '《中华人民共和国预算法》、财预〔2016〕143号、财预〔2018〕209号';
const foodLaw = '《食品安全法》、《政府信息公开条例》、《食品药品安全监管信息公开管理办法》';

const demoCatalogue: readonly DemoPart[] = [
  part('social-assistance', 'civil-affairs', '民政局', [
    {
      first: '综合业务',
      second: '政策法规文件',
      content: '《社会救助暂行办法》\n各地配套政策法规文件',
      ...assistance,
    },
    {
      first: '综合业务',
      second: '监督检查',
      content: '社会救助信访通讯地址\n社会救助投诉举报电话',
      ...assistance,
    },
    {
      first: '最低生活保障',
      second: '办事指南',
      content: '办理事项\n办理条件\n最低生活保障标准\n申请材料\n办理流程\n办理时间、地点\n联系方式',
      ...assistance,
    },
    { first: '最低生活保障', second: '审核信息', content: '初审对象名单及相关信息', ...posted },
    { first: '最低生活保障', second: '审批信息', content: '低保对象名单及相关信息', ...assistance },
    { first: '特困人员救助供养', second: '终止供养名单', content: '终止供养名单', ...posted },
  ]),
  part('elderly-care', 'civil-affairs', '民政局', [
    {
      first: '养老服务业务办理',
      second: '高龄津贴发放',
      content: '发放对象和标准\n申领程序\n经办单位和电话',
    },
  ]),
  part('budgets', 'finance', '财政局', [
    {
      first: '财政预决算',
      second: '政府预算',
      content: '一般公共预算：收入表、支出表、本级支出表、本级基本支出表',
      basis: budgetLaw,
      limit: '本级人民代表大会或其常务委员会批准后20日内',
    },
    {
      first: '财政预决算',
      second: '部门预算',
      content: '部门收支总体情况表、财政拨款收支情况表',
      basis: budgetLaw,
      limit: '批复后20日内',
    },
    {
      first: '财政预决算',
      second: '“三公”经费',
      content: '“三公”经费总额\n因公出国（境）费\n公务用车购置及运行费\n公务接待费',
      basis: budgetLaw,
      limit: '批复后20日内',
    },
  ]),
  part('land-compensation', 'natural-resources', '自然资源局', [
    {
      first: '征地审查报批',
      second: '征地报批材料',
      content:
        '用地请示、审查意见、建设用地项目呈报说明书、农用地转用方案、补充耕地方案、征收土地方案、供地方案',
      limit: '收到征地批准文件之日起10个工作日内',
      otherChannels: ['征地信息公开平台'],
    },
    {
      first: '征地审查报批',
      second: '征地批准文件',
      content: '批复文件、转发文件',
      limit: '收到征地批准文件之日起10个工作日内',
      otherChannels: ['征地信息公开平台'],
    },
  ]),
  part('food-drug', 'market-regulation', '市场监督管理局', [
    {
      first: '行政审批',
      second: '食品生产经营许可服务指南',
      content:
        '适用范围\n审批依据\n受理机构\n申请条件\n申请材料目录\n基本流程\n办结时限\n收费依据及标准\n结果送达\n监督投诉渠道',
      basis: foodLaw,
    },
    {
      first: '行政审批',
      second: '食品经营许可基本信息',
      content: '名称、许可证编号、法定代表人、地址、类别、日常监管机构、投诉电话、有效期',
      basis: foodLaw,
    },
  ]),
  part('major-projects', 'development-reform', '发展和改革局', [
    {
      first: '批准服务信息',
      second: '办事指南',
      content: '申报材料清单、批准流程、办理时限、受理机构联系方式、申报要求',
      limit: '实时公开',
      otherChannels: ['投资项目在线审批监管平台'],
    },
    {
      first: '批准服务信息',
      second: '办理过程信息',
      content: '事项名称、事项办理部门、办理进展',
      limit: '及时公开',
      everyone: false,
      groups: '项目单位',
      proactive: false,
      onRequest: true,
      channels: ['push'],
    },
    {
      first: '招标投标信息',
      second: '',
      content: '招标公告、中标候选人公示、中标结果、合同、违法处罚',
      limit: '信息形成后7个工作日内',
    },
  ]),
  part('compulsory-education', 'education-sports', '教育体育局', [
    {
      first: '重要政策执行情况',
      second: '控辍保学',
      content: '辖区控辍保学实施情况',
      county: false,
      township: true,
    },
  ]),
];

/** Once: a county that has a catalogue keeps it. What was cut short is finished by the next start. */
export async function seedCatalogue(deps: Deps): Promise<void> {
  const fields = await loadFields(deps);
  const isThere = ({ field, department }: DemoPart): boolean =>
    fields.some((f) => f.id === field && department in f.parts);
  if (demoCatalogue.every(isThere)) return;
  await installCatalogue(deps, demoCatalogue, { actor: system, reason: '示范目录' });
}
