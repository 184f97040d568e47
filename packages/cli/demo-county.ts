/** The demo county of the trial mode: the departments of the 26 fields, with invented people. */
import { type DepartmentData, departmentDataSchema } from '@gongkai/domain/organisation.ts';

const names: readonly [id: string, name: string, code: string][] = [
  ['county-office', '示范县人民政府办公室', 'XZB'],
  ['development-reform', '发展和改革局', 'FGJ'],
  ['government-services', '政务服务管理局', 'ZFJ'],
  ['education-sports', '教育体育局', 'JTJ'],
  ['public-security', '公安局', 'GAJ'],
  ['civil-affairs', '民政局', 'MZJ'],
  ['justice', '司法局', 'SFJ'],
  ['finance', '财政局', 'CZJ'],
  ['human-resources', '人力资源和社会保障局', 'RSJ'],
  ['natural-resources', '自然资源局', 'ZRJ'],
  ['ecology-branch', '市生态环境局示范分局', 'STJ'],
  ['housing', '住房和城乡建设局', 'ZJJ'],
  ['urban-management', '城市管理综合执法局', 'CGJ'],
  ['agriculture', '农业农村局', 'NYJ'],
  ['culture-tourism', '文化和旅游局', 'WLJ'],
  ['health', '卫生健康局', 'WJJ'],
  ['emergency', '应急管理局', 'YJJ'],
  ['market-regulation', '市场监督管理局', 'SCJ'],
  ['poverty-relief', '扶贫开发办公室', 'FPB'],
  ['taxation', '税务局', 'SWJ'],
];

const surnames = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
  '何',
  '郭',
  '马',
  '罗',
];

/** One person for each role, so that author, reviewers and publisher are always different people. */
export const demoCounty: DepartmentData[] = names.map(([id, name, code], i) => {
  const surname = surnames[i % surnames.length]!;
  const person = (role: string, given: string, roles: string[], deputy?: string) => ({
    id: `${id}-${role}`,
    name: `${surname}${given}`,
    email: `${role}@${id}.demo`,
    roles,
    ...(deputy ? { deputy: `${id}-${deputy}` } : {}),
  });
  return departmentDataSchema.parse({
    id,
    name,
    code,
    order: i,
    people: [
      person('clerk', '经办', ['clerk'], 'clerk2'),
      person('clerk2', '协办', ['clerk']),
      person('head', '负责', ['department-head'], 'vice-head'),
      person('vice-head', '副职', ['department-head']),
      person('secrecy', '保密', ['secrecy-officer']),
      ...(id === 'county-office'
        ? [
            person('editor', '审核', ['office-editor'], 'editor2'),
            person('editor2', '复核', ['office-editor']),
            person('admin', '管理', ['administrator']),
          ]
        : []),
    ],
  });
});
