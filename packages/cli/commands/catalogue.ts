/** `gongkai catalogue import <file>`: the county's whole catalogue from one workbook, a sheet for each field. */
import { Command } from 'commander';
import { readWorkbook } from '@gongkai/catalogue/read-workbook.ts';
import { sheetsOfFile } from '@gongkai/catalogue/sheets-of-file.ts';
import type { ItemContent } from '@gongkai/domain/catalogue-item.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import type { Organisation } from '@gongkai/domain/organisation.ts';
import { loadFields } from '@gongkai/functions/shared/catalogue-columns.ts';
import { gapReport } from '@gongkai/functions/shared/catalogue-gaps.ts';
import { installCatalogue } from '@gongkai/functions/shared/catalogue-install.ts';
import { loadOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { gapNames } from '@gongkai/catalogue/gaps.ts';
import { bytesOf, print, printJson } from '../input.ts';
import { dataOption, stageOption, type WhichPlace } from '../options.ts';
import { withPlace } from '../with-place.ts';

const actor = { id: 'command-line', name: '命令行', role: 'administrator' };

export const catalogueCommand = (): Command =>
  new Command('catalogue').description('公开事项目录').addCommand(
    new Command('import')
      .description('导入已经审定的目录（有一处必须修改就都不导入）')
      .argument('<file>', '.xlsx、.xls 或 .csv，每个领域一张工作表')
      .addOption(dataOption())
      .addOption(stageOption())
      .action((file: string, which: WhichPlace) =>
        withPlace(which, async ({ deps }) => {
          const fields = await loadFields(deps);
          const { departments } = await loadOrganisation(deps);
          const sheets = await sheetsOfFile(await bytesOf(file), file);
          const read = readWorkbook(sheets, { departments, fields });
          for (const p of read.problems) print(`${p.sheet} ${p.column ?? ''}${p.row ?? ''} ${p.message}`);
          if (read.fields.length === 0) throw new InputRefused('没有导入，请改好以上各处后重新导入。');
          const parts = read.fields.flatMap(({ field, items }) =>
            [
              ...Map.groupBy(items, ({ content }) =>
                ownerOf(
                  content,
                  fields.find((f) => f.id === field)!,
                ),
              ),
            ].map(([department, own]) => ({ field, department, rows: own.map((i) => i.content) })),
          );
          await installCatalogue(deps, parts, { actor, reason: '从文件导入' });
          print(
            `已导入 ${parts.length} 个部门的目录，共 ${parts.reduce((n, p) => n + p.rows.length, 0)} 项。`,
          );
        }),
      ),
  );

/** The first publisher that is a department; the field's lead department for what townships publish. */
const ownerOf = ({ publishers }: ItemContent, { departments }: { departments: string[] }): string =>
  publishers.find((p) => p.department !== null)?.department ?? departments[0]!;

export const gapsCommand = (): Command =>
  new Command('gaps')
    .description('目录中没有做到的地方：没有信息、超过期限、没有栏目')
    .option('--department <name>', '只看一个部门（名称或编号）')
    .option('--json', '输出一行 JSON')
    .addOption(dataOption())
    .addOption(stageOption())
    .action(({ json, department, ...which }: WhichPlace & { json?: boolean; department?: string }) =>
      withPlace(which, async ({ deps }) => {
        const organisation = await loadOrganisation(deps);
        const report = await gapReport(deps, {
          department: department === undefined ? undefined : idOf(organisation, department),
        });
        if (json) return printJson(report);
        for (const { departments, fieldName, name, kind, detail } of report.gaps) {
          const who = departments.map((id) => organisation.departmentName(id)).join('、');
          print(`${who}  ${fieldName}·${name}  ${gapNames[kind]}：${detail}`);
        }
        print(`${report.on}：${report.items} 个事项，${report.gaps.length} 处缺口。`);
      }),
    );

/** Throws {@link InputRefused}. */
function idOf({ departments }: Organisation, called: string): string {
  const found = departments.find(({ id, name }) => called === id || called === name);
  if (!found) throw new InputRefused(`组织机构中没有这个部门：${called}`);
  return found.id;
}
