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
    const own = await gongkai(['gaps', '--department', '政务服务管理局', '--data', folder]);
    expect(own.out).toContain('政务服务管理局  公共资源交易·政府采购信息·法律法规及政策文件  没有公开信息');
    expect(own.out).not.toContain('重大建设项目');
    const byId = await gongkai(['gaps', '--department', 'government-services', '--data', folder]);
    expect(byId.out).toBe(own.out);
    const unknown = await gongkai(['gaps', '--department', '教育厅', '--data', folder]);
    expect(unknown).toMatchObject({ code: 1, out: '', err: '组织机构中没有这个部门：教育厅\n' });
  });

  it('says of a file that is no workbook what to bring instead', async () => {
    const { folder } = await closedTrial();
    const file = join(folder, '目录.docx');
    writeFileSync(file, 'no workbook');
    const { code, err } = await gongkai(['catalogue', 'import', file, '--data', folder]);
    expect(code).toBe(1);
    expect(err).toMatch(/^[^\n]*请[^\n]*\n$/);
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
