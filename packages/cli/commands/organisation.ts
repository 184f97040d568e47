import { Command } from 'commander';
import { exportOrganisation, importOrganisation } from '@gongkai/functions/shared/organisation-file.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { taskKindName } from '@gongkai/domain/task.ts';
import { bytesOf, print, writeText } from '../input.ts';
import { dataOption, stageOption, type WhichPlace } from '../options.ts';
import { withPlace } from '../with-place.ts';

type Options = WhichPlace & { all?: boolean };

export const exportCommand = (): Command =>
  new Command('export')
    .description('导出组织机构；加 --all 导出全部数据')
    .argument('[file]', '写入的文件，省略或 - 时输出到标准输出', '-')
    .option('--all', '全部数据：备份，或迁移到别处')
    .addOption(dataOption())
    .addOption(stageOption())
    .action(async (file: string, { all, ...which }: Options) => {
      if (all) {
        const { exportEverything } = await import('../archive/commands.ts');
        return exportEverything(file, which);
      }
      const text = await withPlace(which, ({ deps }) => exportOrganisation(deps));
      if (file === '-') process.stdout.write(text);
      else await writeText(file, text);
    });

export const importCommand = (): Command =>
  new Command('import')
    .description('导入组织机构（先全部检查，再写入）；加 --all 导入全部数据')
    .argument('<file>', '文件，- 表示标准输入')
    .option('--all', '全部数据，导入到空的环境')
    .addOption(dataOption())
    .addOption(stageOption())
    .action(async (file: string, { all, ...which }: Options) => {
      if (all) {
        const { importEverything } = await import('../archive/commands.ts');
        return importEverything(file, which);
      }
      const text = Buffer.from(await bytesOf(file)).toString('utf8');
      if (text.includes('\uFFFD')) throw new InputRefused('文件不是 UTF-8 编码，请另存为 UTF-8 后再导入。');
      const { changed, handed, left } = await withPlace(which, ({ deps }) =>
        importOrganisation(deps, text, { id: 'command-line', name: '命令行', role: 'administrator' }),
      );
      print(changed.length === 0 ? '没有变化。' : `已更新 ${changed.length} 个部门：${changed.join('、')}`);
      if (handed.length > 0) print(`${handed.length} 项未办任务已转交，接办的人会收到邮件。`);
      for (const task of left)
        print(`没有人可以办理：${taskKindName[task.task]} ${task.title}（${task.id}）`);
    });
