/** The 14 leaf columns of the official template (耿政办发〔2020〕49号 annex 2) and how they are recognised. */

export type Leaf =
  | 'number'
  | 'first'
  | 'second'
  | 'content'
  | 'basis'
  | 'limit'
  | 'publishers'
  | 'channels'
  | 'everyone'
  | 'groups'
  | 'proactive'
  | 'onRequest'
  | 'county'
  | 'township';

/** Heading over several leaf columns, where the template has one. */
export type Group = 'item' | 'audience' | 'method' | 'level';

interface LeafColumn {
  leaf: Leaf;
  heading: string;
  /** Matches the heading as written elsewhere, without blanks and in half width. */
  pattern: RegExp;
  group?: Group;
  /** Characters wide in the exported file. */
  width: number;
}

export const groupHeadings: Record<Group, { heading: string; pattern: RegExp }> = {
  item: { heading: '公开事项', pattern: /^(?:政务)?公开事项(?:名称)?$|^事项(?:名称)?$/ },
  audience: { heading: '公开对象', pattern: /^公开对象$|^公开范围$/ },
  method: { heading: '公开方式', pattern: /^公开方式$/ },
  level: { heading: '公开层级', pattern: /^公开层级$/ },
};

export const leafColumns: readonly LeafColumn[] = [
  { leaf: 'number', heading: '序号', pattern: /^序号$|^编号$/, width: 6 },
  {
    leaf: 'first',
    heading: '一级事项',
    pattern: /^一级(?:公开)?(?:事项|目录)(?:名称)?$/,
    group: 'item',
    width: 12,
  },
  {
    leaf: 'second',
    heading: '二级事项',
    pattern: /^二级(?:公开)?(?:事项|目录)(?:名称)?$/,
    group: 'item',
    width: 14,
  },
  {
    leaf: 'content',
    heading: '公开内容（要素）',
    pattern: /^公开内容(?:\(?(?:及)?要素\)?)?$|^内容要素$/,
    width: 36,
  },
  { leaf: 'basis', heading: '公开依据', pattern: /^公开依据$|^(?:法律|政策)?依据$/, width: 30 },
  { leaf: 'limit', heading: '公开时限', pattern: /^公开时[限间效]$/, width: 18 },
  {
    leaf: 'publishers',
    heading: '公开主体',
    pattern: /^公开主体$|^(?:公开)?责任(?:主体|单位|部门)$/,
    width: 16,
  },
  {
    leaf: 'channels',
    heading: '公开渠道和载体',
    pattern: /^公开(?:渠道|载体)(?:[和及与、](?:载体|渠道))?$/,
    width: 30,
  },
  { leaf: 'everyone', heading: '全社会', pattern: /^全社会$|^社会公众$/, group: 'audience', width: 8 },
  {
    leaf: 'groups',
    heading: '特定群体（请写明）',
    pattern: /^特定(?:群体|群众|人群|对象)(?:\(?(?:请)?[写注]明\)?)?$/,
    group: 'audience',
    width: 12,
  },
  { leaf: 'proactive', heading: '主动', pattern: /^主动(?:公开)?$/, group: 'method', width: 6 },
  { leaf: 'onRequest', heading: '依申请', pattern: /^依申请(?:公开)?$/, group: 'method', width: 8 },
  {
    leaf: 'county',
    heading: '县级',
    pattern: /^(?:县|区|市|旗|县区|县\(区\)|县、区)级$/,
    group: 'level',
    width: 6,
  },
  {
    leaf: 'township',
    heading: '乡级',
    pattern:
      /^(?:乡|镇|乡镇|街道|乡\(镇\)|乡、镇|乡、村|乡镇、村|镇级\/村|乡级\/村|乡级、村|镇\(街道\)|乡\(镇、街道\))级$/,
    group: 'level',
    width: 6,
  },
];

export const leafHeading = (leaf: Leaf): string => leafColumns.find((c) => c.leaf === leaf)!.heading;

export const leafCalled = (text: string): Leaf | undefined =>
  leafColumns.find((c) => c.pattern.test(text))?.leaf;

export const groupCalled = (text: string): Group | undefined =>
  (Object.keys(groupHeadings) as Group[]).find((g) => groupHeadings[g].pattern.test(text));
