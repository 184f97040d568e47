/**
 * Disclosure items, first version: the 26 fields of the pilot catalogues with their lead departments
 * (耿政办发〔2020〕49号 annex 1), and the columns of the public site. The living catalogue of items at two
 * levels with all 14 columns replaces the rows here, not the shape.
 */
import type { Attribute } from './attribute.ts';

export interface CatalogueItem {
  id: string;
  name: string;
  /** Column of the public site on which documents of this item appear. */
  column: string;
  /** Lead department id. */
  lead: string;
  /** Attribute the catalogue prescribes (公开方式); undefined where it leaves both open. */
  method?: Attribute;
}

export interface Column {
  id: string;
  name: string;
  /** ColumnType of the government-site rules (国办发〔2017〕47号 annex). */
  type: string;
  description: string;
}

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

export const fields = fieldRows.map(([id, name, lead]) => ({ id, name, lead }));

export const policyColumn = 'policies';
export const interpretationColumn = 'interpretations';
export const reassessmentColumn = 'reassessments';

export const columns: readonly Column[] = [
  {
    id: policyColumn,
    name: '政策文件',
    type: '政策文件',
    description: '县人民政府、县政府办公室及各部门制发的政策文件。',
  },
  {
    id: interpretationColumn,
    name: '政策解读',
    type: '政策解读',
    description: '已公开政策文件的解读材料，由起草部门编写。',
  },
  {
    id: reassessmentColumn,
    name: '清理与评估结果',
    type: '信息公开目录',
    description: '不予公开信息年度评估和文件清理的结果。',
  },
  ...fields.map((f) => ({
    id: f.id,
    name: f.name,
    type: '信息公开目录',
    description: `基层政务公开标准目录“${f.name}”领域应当公开的信息。`,
  })),
];

export const catalogueItems: readonly CatalogueItem[] = [
  { id: 'policy-documents', name: '政策文件', column: policyColumn, lead: 'county-office' },
  ...fields.map((f) => ({ id: f.id, name: f.name, column: f.id, lead: f.lead })),
  {
    id: 'social-assistance-guide',
    name: '社会救助·最低生活保障办事指南',
    column: 'social-assistance',
    lead: 'civil-affairs',
    method: 'public',
  },
  {
    id: 'budgets-government',
    name: '财政预决算·政府预算',
    column: 'budgets',
    lead: 'finance',
    method: 'public',
  },
];

export const catalogueItem = (id: string): CatalogueItem | undefined =>
  catalogueItems.find((i) => i.id === id);
export const column = (id: string): Column | undefined => columns.find((c) => c.id === id);
