/** The 26 fields of the pilot catalogues with their lead departments (耿政办发〔2020〕49号 annex 1): what a county begins with. */
import { type CatalogueField, fieldFrom } from './catalogue-field.ts';

const fieldRows: readonly [id: string, name: string, lead: string][] = [
  ['major-projects', '重大建设项目', 'development-reform'],
  ['public-resource-trading', '公共资源交易', 'government-services'],
  ['compulsory-education', '义务教育', 'education-sports'],
  ['household-registration', '户籍管理', 'public-security'],
  ['social-assistance', '社会救助', 'civil-affairs'],
  ['elderly-care', '养老服务', 'civil-affairs'],
  ['public-legal-services', '公共法律服务', 'justice'],
  ['budgets', '财政预决算', 'finance'],
  ['employment', '就业创业', 'human-resources'],
  ['social-insurance', '社会保险', 'human-resources'],
  ['territorial-planning', '国土空间规划', 'natural-resources'],
  ['land-compensation', '征地补偿', 'natural-resources'],
  ['environment', '环境保护', 'ecology-branch'],
  ['housing-expropriation', '国有土地上房屋征收', 'housing'],
  ['affordable-housing', '保障性住房', 'housing'],
  ['rural-housing', '农村危房改造', 'housing'],
  ['municipal-services', '市政服务', 'housing'],
  ['urban-enforcement', '城市综合执法', 'urban-management'],
  ['farm-subsidies', '涉农补贴', 'agriculture'],
  ['culture-services', '公共文化服务', 'culture-tourism'],
  ['health', '医疗卫生', 'health'],
  ['work-safety', '安全生产', 'emergency'],
  ['disaster-relief', '救灾', 'emergency'],
  ['food-drug', '食品药品监管', 'market-regulation'],
  ['poverty-relief', '扶贫', 'poverty-relief'],
  ['taxation', '税收管理', 'taxation'],
];

export const seedFields: readonly CatalogueField[] = fieldRows.map(([id, name, lead], order) =>
  fieldFrom({ id, name, order, departments: [lead] }),
);
