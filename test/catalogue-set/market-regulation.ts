/** 食品药品监管: no boxes at all; one column each for audience, method and level; titles between the rows; a remarks column. */
import { openToAll } from '@gongkai/domain/catalogue-item.ts';
import { type FilledTemplate, workingDays } from './expected.ts';
import { makeWorkbook } from './xlsx.ts';

const basis =
  '《食品安全法》《政府信息公开条例》《关于全面推进政务公开工作的意见》《食品药品安全监管信息公开管理办法》';
const limit = '自信息形成或者变更之日起20个工作日内';
const elements =
  '1.适用范围\n2.审批依据\n3.受理机构\n4.申请条件\n5.申请材料目录\n6.基本流程\n7.办结时限\n8.收费依据及标准\n9.结果送达\n10.监督投诉渠道';

export const marketRegulation: FilledTemplate = {
  about: '渠道直接写名称，对象、方式、层级各只有一列，表中夹标题行，另有备注列',
  fileName: '食药目录.xlsx',
  bytes: () =>
    makeWorkbook([
      {
        name: '目录',
        rows: [
          ['示范县食品药品监管领域基层政务公开标准目录（试行）'],
          [
            '序号',
            '一级事项',
            '二级事项',
            '公开内容',
            '公开依据',
            '公开时限',
            '责任单位',
            '公开渠道',
            '公开对象',
            '公开方式',
            '公开层级',
            '备注',
          ],
          ['一、行政审批', null, null, null, null, null, null, null, null, null, null, null],
          [
            '1',
            '行政审批',
            '食品生产经营许可服务指南',
            elements,
            basis,
            limit,
            '县市场监管局',
            '政府门户网站、政务服务中心',
            '全社会',
            '主动公开',
            '县级',
            '',
          ],
          [
            '2',
            '',
            '食品经营许可基本信息',
            '名称、许可证编号、法定代表人、地址、类别、日常监管机构、投诉电话、有效期',
            basis,
            limit,
            '县市场监管局',
            '政府门户网站',
            '全社会',
            '主动公开',
            '县级',
            '每月更新',
          ],
          ['二、监督检查', null, null, null, null, null, null, null, null, null, null, null],
          [
            '3',
            '监督检查',
            '食品抽检结果',
            '抽检产品名称、结果、不合格项目',
            basis,
            '及时公开',
            '市场监督管理局',
            '政府网站、微博微信等新媒体',
            '全社会；特定群体（被抽检的企业）',
            '主动公开、依申请公开',
            '县级、乡级',
            '',
          ],
        ],
        merges: ['A1:L1', 'A3:L3', 'A6:L6'],
      },
    ]),
  expected: [
    {
      field: 'food-drug',
      items: (() => {
        const base = {
          ...openToAll,
          basis,
          limit: workingDays(limit, 20, '信息形成或者变更'),
          first: '行政审批',
        };
        const short = [{ name: '县市场监管局', department: 'market-regulation' }];
        return [
          {
            ...base,
            second: '食品生产经营许可服务指南',
            content: elements,
            publishers: short,
            channels: ['website' as const, 'service-hall' as const],
          },
          {
            ...base,
            second: '食品经营许可基本信息',
            content: '名称、许可证编号、法定代表人、地址、类别、日常监管机构、投诉电话、有效期',
            publishers: short,
            channels: ['website' as const],
          },
          {
            ...base,
            first: '监督检查',
            second: '食品抽检结果',
            content: '抽检产品名称、结果、不合格项目',
            limit: { text: '及时公开', due: { kind: 'at-once' as const, realTime: false }, understood: true },
            publishers: [{ name: '市场监督管理局', department: 'market-regulation' }],
            channels: ['website' as const, 'new-media' as const],
            groups: '被抽检的企业',
            onRequest: true,
            township: true,
          },
        ];
      })(),
    },
  ],
};
