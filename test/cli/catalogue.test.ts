import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTrial } from '@gongkai/cli/trial.ts';
import { civilAffairs } from '../catalogue-set/civil-affairs.ts';
import { countyOffice } from '../catalogue-set/county-office.ts';
import { makeWorkbook } from '../catalogue-set/xlsx.ts';
import { monday, temporaryFolder } from '../support/trial.ts';
import { gongkai, linesOf } from './gongkai.ts';

describe('gongkai catalogue import', () => {
  it('takes the county’s catalogue in as a whole, and gaps tells what it owes', async () => {
    const { folder } = await closedTrial();
    const file = join(folder, '全县.xlsx');
    writeFileSync(file, countyOffice.bytes());
    const imported = await gongkai(['catalogue', 'import', file, '--data', folder]);
    expect(imported).toMatchObject({
      code: 0,
      out: expect.stringContaining('已导入 2 个部门的目录，共 4 项'),
    });
    const [report] = linesOf(await gongkai(['gaps', '--json', '--data', folder])) as [
      { items: number; gaps: { fieldName: string; kind: string }[] },
    ];
    // One of the four is on request only and owes the site nothing.
    expect(report.items).toBe(4);
    expect(report.gaps.filter((g) => g.kind === 'no-document')).toHaveLength(3);
    const own = await gongkai(['gaps', '--department', 'government-services', '--data', folder]);
    expect(own.out).toContain('公共资源交易·政府采购信息·法律法规及政策文件  没有公开信息');
    expect(own.out).not.toContain('重大建设项目');
  });

  it('imports nothing of a file with a fault, and says where it is', async () => {
    const { folder } = await closedTrial();
    const file = join(folder, '坏.xlsx');
    writeFileSync(
      file,
      makeWorkbook([
        {
          name: '社会救助',
          rows: [
            ['序号', '一级事项', '二级事项', '公开内容'],
            ['1', '甲', '乙', '丙'],
          ],
        },
      ]),
    );
    const refused = await gongkai(['catalogue', 'import', file, '--data', folder]);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('缺少“公开时限”列');
    writeFileSync(file, civilAffairs.bytes());
    expect((await gongkai(['catalogue', 'import', file, '--data', folder])).code).toBe(0);
  });
});

async function closedTrial(): Promise<{ folder: string }> {
  const folder = temporaryFolder();
  const { place } = await openTrial(folder, 8080, {}, monday);
  await place.close();
  return { folder };
}
