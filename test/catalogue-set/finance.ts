/** 财政预决算: lines above the heading, a row of column numbers, 同上 throughout, 口 for a box, ▲ for a tick. */
import { openToAll } from '@gongkai/domain/catalogue-item.ts';
import { type FilledTemplate } from './expected.ts';
import { makeWorkbook } from './xlsx.ts';

const law = '《中华人民共和国预算法》、财预〔2016〕143号、财预〔2018〕209号';
const people = '本级人民代表大会或其常务委员会批准后20日内';
const reply = '批复后20日内';
const site =
  '■政府网站 口政府公报 口两微一端 口发布会/听证会 口广播电视 口纸质媒体 口公开查阅点 口政务服务中心 口便民服务站 口入户/现场 口社区/企事业单位/村公示栏 口精准推送 口其他';
const revenue = '一般公共预算：收入表、支出表、本级支出表、本级基本支出表';
const three = '“三公”经费总额，因公出国（境）费、公务用车购置及运行费、公务接待费';

export const finance: FilledTemplate = {
  about: '表头上有文字和栏次，大量“同上”，口 为空框、▲ 为选中',
  fileName: '财政预决算目录.xlsx',
  bytes: () =>
    makeWorkbook([
      {
        name: '附件2',
        rows: [
          ['附件2'],
          ['财政预决算领域基层政务公开标准目录'],
          [
            '填报单位：示范县财政局',
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            '填报日期：2026年9月20日',
          ],
          [
            '序号',
            '公开事项',
            null,
            '公开内容\n(要素)',
            '公 开 依 据',
            '公开时限',
            '公开主体',
            '公开渠道和载体',
            '公开对象',
            null,
            '公开方式',
            null,
            '公开层级',
            null,
          ],
          [
            null,
            '一级事项',
            '二级事项',
            null,
            null,
            null,
            null,
            null,
            '全社会',
            '特定群众',
            '主动',
            '依申请公开',
            '县级',
            '乡、村级',
          ],
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
          [
            1,
            '财政预决算',
            '政府预算',
            revenue,
            law,
            people,
            '示范县财政局',
            site,
            '▲',
            '口',
            '▲',
            '口',
            '▲',
            '口',
          ],
          [
            2,
            '同上',
            '部门预算',
            '部门收支总体情况表、财政拨款收支情况表',
            '同上',
            reply,
            '县直各预算单位财政部门',
            '同上',
            '▲',
            '口',
            '▲',
            '口',
            '▲',
            '口',
          ],
          [3, '同上', '“三公”经费', three, '同上', '同上', '财政局', '同上', '▲', '口', '▲', '口', '▲', '口'],
          [
            4,
            '同上',
            '政府决算',
            '决算收支表及说明；空表列出并说明',
            '同上',
            people,
            '同上',
            '■政府网站口政府公报■公开查阅点口窗口公示',
            '▲',
            '口',
            '▲',
            '▲',
            '▲',
            '▲',
          ],
        ].map((row) => row.map((cell) => (cell === '县直各预算单位财政部门' ? '财政部门' : cell))),
        merges: ['A2:N2', 'B4:C4', 'I4:J4', 'K4:L4', 'M4:N4'],
      },
    ]),
  expected: [
    {
      field: 'budgets',
      items: (() => {
        const approved = {
          text: people,
          due: {
            kind: 'within' as const,
            count: 20,
            unit: 'day' as const,
            after: '本级人民代表大会或其常务委员会批准',
          },
          understood: true,
        };
        const replied = {
          text: reply,
          due: { kind: 'within' as const, count: 20, unit: 'day' as const, after: '批复' },
          understood: true,
        };
        const base = { ...openToAll, channels: ['website' as const], basis: law, first: '财政预决算' };
        const by = (name: string) => [{ name, department: 'finance' }];
        return [
          { ...base, second: '政府预算', content: revenue, limit: approved, publishers: by('示范县财政局') },
          {
            ...base,
            second: '部门预算',
            content: '部门收支总体情况表、财政拨款收支情况表',
            limit: replied,
            publishers: by('财政部门'),
          },
          { ...base, second: '“三公”经费', content: three, limit: replied, publishers: by('财政局') },
          {
            ...base,
            second: '政府决算',
            content: '决算收支表及说明；空表列出并说明',
            limit: approved,
            publishers: by('财政局'),
            channels: ['website' as const, 'reading-place' as const],
            onRequest: true,
            township: true,
          },
        ];
      })(),
    },
  ],
};
