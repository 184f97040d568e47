/** The columns of the public site: those of the county as a whole, and one for each field of the catalogue. */

export interface Column {
  id: string;
  name: string;
  /** ColumnType of the government-site rules (国办发〔2017〕47号 annex). */
  type: string;
  description: string;
}

export const policyColumn = 'policies';
export const interpretationColumn = 'interpretations';
export const reassessmentColumn = 'reassessments';

/** In every county, whatever its catalogue holds. */
export const generalColumns: readonly Column[] = [
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
];

export const fieldColumn = ({ id, name }: { id: string; name: string }): Column => ({
  id,
  name,
  type: '信息公开目录',
  description: `基层政务公开标准目录“${name}”领域应当公开的信息。`,
});

/** Documents of no field: the county's policy documents as such. */
export const policyItem = 'policy-documents';
