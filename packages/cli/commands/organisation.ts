import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { exportOrganisation, importOrganisation } from '@gongkai/functions/shared/organisation-file.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { dataFolder } from '../folder.ts';
import { bytesOf, print } from '../input.ts';
import { openExisting } from '../existing.ts';

export const exportCommand = (): Command =>
  new Command('export')
    .description('导出组织机构')
    .argument('[file]', '写入的文件，省略或 - 时输出到标准输出', '-')
    .option('--data <folder>', '数据目录')
    .action(async (file: string, { data }: { data?: string }) => {
      const place = openExisting(dataFolder(data));
      const text = await exportOrganisation(place.deps);
      await place.close();
      if (file === '-') print(text);
      else await writeFile(file, text);
    });

export const importCommand = (): Command =>
  new Command('import')
    .description('导入组织机构（先全部检查，再写入）')
    .argument('<file>', '文件，- 表示标准输入')
    .option('--data <folder>', '数据目录')
    .action(async (file: string, { data }: { data?: string }) => {
      const text = Buffer.from(await bytesOf(file)).toString('utf8');
      if (text.includes('\uFFFD')) throw new InputRefused('文件不是 UTF-8 编码，请另存为 UTF-8 后再导入。');
      const place = openExisting(dataFolder(data));
      try {
        const { changed } = await importOrganisation(place.deps, text, {
          id: 'command-line',
          name: '命令行',
          role: 'administrator',
        });
        print(changed.length === 0 ? '没有变化。' : `已更新 ${changed.length} 个部门：${changed.join('、')}`);
      } finally {
        await place.close();
      }
    });
