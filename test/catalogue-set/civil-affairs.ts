/** 社会救助: the template to the letter; every box printed, first level merged, notes below. */
import { openToAll } from '@gongkai/domain/catalogue-item.ts';
import { type FilledTemplate, workingDays } from './expected.ts';
import { officialHeading, officialMerges, title } from './official-heading.ts';
import { makeWorkbook } from './xlsx.ts';

const boxes = (...chosen: string[]): string =>
  [
    ['政府网站', '政府公报'],
    ['两微一端', '发布会/听证会'],
    ['广播电视', '纸质媒体'],
    ['公开查阅点', '政务服务中心'],
    ['便民服务站', '入户/现场宣传'],
    ['社区/企事业单位/村公示栏（电子屏）'],
    ['精准推送', '其他'],
  ]
    .map((line) => line.map((name) => `${chosen.includes(name) ? '■' : '□'}${name}`).join('     '))
    .join('\n');

const limit = '制定或获取信息之日起10个工作日内';
const posted = '制定或获取信息之日起10个工作日内，公示7个工作日';
const publisher = '县民政局、乡镇人民政府';
const three = boxes('政府网站', '公开查阅点', '政务服务中心');
const regulation = '《中华人民共和国政府信息公开条例》（国务院令第711号）';
const assistance = '《社会救助暂行办法》、各地配套政策法规文件';

/** 公开对象, 公开方式 and 公开层级: everybody, unasked, on both levels; or by townships alone. */
const both = ['√', null, '√', null, '√', '√'];
const townshipOnly = ['√', null, '√', null, null, '√'];

export const civilAffairs: FilledTemplate = {
  about: '模板原样，一级事项合并单元格',
  fileName: '社会救助领域目录（民政局）.xlsx',
  bytes: () =>
    makeWorkbook([
      {
        name: 'Sheet1',
        rows: [
          title('社会救助领域基层政务公开标准目录'),
          ...officialHeading,
          [1, '综合业务', '政策法规文件', assistance, regulation, limit, publisher, three, ...both],
          [
            2,
            null,
            '监督检查',
            '社会救助信访通讯地址\n社会救助投诉举报电话',
            regulation,
            limit,
            publisher,
            three,
            ...both,
          ],
          [
            3,
            '最低生活保障',
            '办事指南',
            '办理事项\n办理条件\n最低生活保障标准\n申请材料\n办理流程\n办理时间、地点\n联系方式',
            regulation,
            limit,
            publisher,
            three,
            ...both,
          ],
          [
            4,
            null,
            '审核信息',
            '初审对象名单及相关信息',
            regulation,
            posted,
            '乡镇人民政府',
            boxes('社区/企事业单位/村公示栏（电子屏）'),
            ...townshipOnly,
          ],
          [
            5,
            null,
            '审批信息',
            '低保对象名单及相关信息',
            regulation,
            limit,
            publisher,
            boxes('政府网站', '社区/企事业单位/村公示栏（电子屏）'),
            ...both,
          ],
          title('注：1.本目录由民政局负责解释。'),
          title('    2.联系电话：0990-1234567'),
        ],
        merges: [
          ...officialMerges,
          'D2:D3',
          'E2:E3',
          'F2:F3',
          'G2:G3',
          'H2:H3',
          'B4:B5',
          'B6:B8',
          'A9:N9',
          'A10:N10',
        ],
      },
    ]),
  expected: [
    {
      field: 'social-assistance',
      items: (() => {
        const base = {
          ...openToAll,
          basis: regulation,
          limit: workingDays(limit, 10, '制定或获取信息'),
          publishers: [
            { name: '县民政局', department: 'civil-affairs' },
            { name: '乡镇人民政府', department: null },
          ],
          channels: ['website' as const, 'reading-place' as const, 'service-hall' as const],
          township: true,
        };
        return [
          { ...base, first: '综合业务', second: '政策法规文件', content: assistance },
          {
            ...base,
            first: '综合业务',
            second: '监督检查',
            content: '社会救助信访通讯地址\n社会救助投诉举报电话',
          },
          {
            ...base,
            first: '最低生活保障',
            second: '办事指南',
            content: '办理事项\n办理条件\n最低生活保障标准\n申请材料\n办理流程\n办理时间、地点\n联系方式',
          },
          {
            ...base,
            first: '最低生活保障',
            second: '审核信息',
            content: '初审对象名单及相关信息',
            limit: {
              ...workingDays(posted, 10, '制定或获取信息'),
              posting: { count: 7, unit: 'working-day' as const },
            },
            publishers: [{ name: '乡镇人民政府', department: null }],
            channels: ['notice-board' as const],
            county: false,
          },
          {
            ...base,
            first: '最低生活保障',
            second: '审批信息',
            content: '低保对象名单及相关信息',
            channels: ['website' as const, 'notice-board' as const],
          },
        ];
      })(),
    },
  ],
};
