/** 征地补偿: a channel of its own, ☑ and ☐, limits and publishers merged, a hidden row and sheet, numbers by formula. */
import { openToAll } from '@gongkai/domain/catalogue-item.ts';
import { type FilledTemplate, workingDays } from './expected.ts';
import { officialHeading, officialMerges, title } from './official-heading.ts';
import { type Filled, makeWorkbook } from './xlsx.ts';

const law = '《中华人民共和国土地管理法》《政府信息公开条例》';
const limit = '收到征地批准文件之日起10个工作日内';
const channels = '☑政府网站 ☐政府公报\n☑征地信息公开平台 ☐公开查阅点\n☐其他';
const number = (row: number): Filled => ({ text: String(row - 3), formula: `ROW()-3` });
const materials =
  '用地请示、审查意见、建设用地项目呈报说明书、农用地转用方案、补充耕地方案、征收土地方案、供地方案';

/** 公开对象, 公开方式 and 公开层级. */
const countyOnly = ['●', null, '●', null, '●', null];

export const naturalResources: FilledTemplate = {
  about: '第14种渠道，☑☐，时限和主体合并，隐藏行、隐藏表，序号为公式',
  fileName: '征地补偿.xlsx',
  bytes: () =>
    makeWorkbook([
      {
        name: '征地补偿',
        rows: [
          title('基层政务公开标准目录'),
          ...officialHeading,
          [
            number(4),
            '征地审查报批',
            '征地报批材料',
            materials,
            law,
            limit,
            { text: '自然资源部门', rich: true },
            channels,
            ...countyOnly,
          ],
          [
            number(5),
            null,
            '征地批准文件',
            '国务院批准用地批复文件、省级人民政府批复文件、转发文件',
            null,
            null,
            null,
            channels,
            ...countyOnly,
          ],
          [
            number(6),
            null,
            '旧事项（已取消）',
            '停止使用',
            law,
            limit,
            '自然资源局',
            channels,
            ...countyOnly,
          ],
          [
            number(7),
            '征地组织实施',
            '征地补偿安置公告',
            '征收范围、土地现状、征收目的、补偿方式和标准',
            law,
            '及时公开，公示30日',
            '自然资源局',
            channels,
            null,
            '被征地的村集体和农户',
            '●',
            null,
            '●',
            '●',
          ],
        ],
        merges: [...officialMerges, 'B4:B6', 'E4:E5', 'F4:F5', 'G4:G5'],
        hiddenRows: [6],
      },
      { name: '选项', state: 'hidden', rows: [['主动'], ['依申请']] },
    ]),
  expected: [
    {
      field: 'land-compensation',
      items: (() => {
        const base = { ...openToAll, basis: law, otherChannels: ['征地信息公开平台'], first: '征地审查报批' };
        const department = [{ name: '自然资源部门', department: 'natural-resources' }];
        return [
          {
            ...base,
            second: '征地报批材料',
            content: materials,
            limit: workingDays(limit, 10, '收到征地批准文件'),
            publishers: department,
          },
          {
            ...base,
            second: '征地批准文件',
            content: '国务院批准用地批复文件、省级人民政府批复文件、转发文件',
            limit: workingDays(limit, 10, '收到征地批准文件'),
            publishers: department,
          },
          {
            ...base,
            first: '征地组织实施',
            second: '征地补偿安置公告',
            content: '征收范围、土地现状、征收目的、补偿方式和标准',
            limit: {
              text: '及时公开，公示30日',
              due: { kind: 'at-once' as const, realTime: false },
              posting: { count: 30, unit: 'day' as const },
              understood: true,
            },
            publishers: [{ name: '自然资源局', department: 'natural-resources' }],
            everyone: false,
            groups: '被征地的村集体和农户',
            township: true,
          },
        ];
      })(),
    },
  ],
};
