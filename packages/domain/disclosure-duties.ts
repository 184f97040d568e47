/**
 * What must be published without being asked, 政府信息公开条例 arts 20 and 21, and the columns in which it is found.
 * A duty without a column of its own is found under the departments, or with everything that is published.
 */
export interface DisclosureDuty {
  article: 20 | 21;
  /** Number of the item in art. 20; art. 21 has none. */
  item?: number;
  name: string;
  columns: readonly string[];
  /** Found on the departments' own pages. */
  byDepartment?: true | undefined;
}

const article20: readonly Omit<DisclosureDuty, 'article' | 'item'>[] = [
  { name: '行政法规、规章和规范性文件', columns: ['policies', 'interpretations', 'reassessments'] },
  {
    name: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
    columns: [],
    byDepartment: true,
  },
  {
    name: '国民经济和社会发展规划、专项规划、区域规划及相关政策',
    columns: ['territorial-planning', 'policies'],
  },
  { name: '国民经济和社会发展统计信息', columns: [] },
  {
    name: '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果',
    columns: ['household-registration', 'public-legal-services', 'taxation'],
  },
  {
    name: '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
    columns: ['urban-enforcement'],
  },
  { name: '财政预算、决算信息', columns: ['budgets'] },
  { name: '行政事业性收费项目及其依据、标准', columns: ['budgets'] },
  { name: '政府集中采购项目的目录、标准及实施情况', columns: ['public-resource-trading'] },
  { name: '重大建设项目的批准和实施情况', columns: ['major-projects'] },
  {
    name: '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况',
    columns: [
      'poverty-relief',
      'compulsory-education',
      'health',
      'social-insurance',
      'employment',
      'elderly-care',
    ],
  },
  { name: '突发公共事件的应急预案、预警信息及应对情况', columns: ['disaster-relief'] },
  {
    name: '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况',
    columns: ['environment', 'health', 'work-safety', 'food-drug'],
  },
  { name: '公务员招考的职位、名额、报考条件等事项以及录用结果', columns: ['employment'] },
  { name: '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息', columns: [] },
];

const article21: readonly Omit<DisclosureDuty, 'article' | 'item'>[] = [
  { name: '市政建设', columns: ['municipal-services'] },
  { name: '公共服务', columns: ['culture-services', 'public-legal-services'] },
  { name: '公益事业', columns: ['elderly-care', 'culture-services'] },
  { name: '土地征收', columns: ['land-compensation'] },
  { name: '房屋征收', columns: ['housing-expropriation'] },
  { name: '治安管理', columns: ['household-registration'] },
  { name: '社会救助', columns: ['social-assistance', 'rural-housing', 'affordable-housing'] },
  { name: '贯彻落实农业农村政策', columns: ['farm-subsidies'] },
];

export const disclosureDuties: readonly DisclosureDuty[] = [
  ...article20.map(({ name, columns, byDepartment }, i): DisclosureDuty => ({
    article: 20,
    item: i + 1,
    name,
    columns,
    byDepartment,
  })),
  ...article21.map(({ name, columns }): DisclosureDuty => ({ article: 21, name, columns })),
];
