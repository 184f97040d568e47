import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { loadOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { attributes, grounds } from '@gongkai/domain/attribute.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { handIn } from '../driver.ts';
import { readDocument } from '@gongkai/reading/read-document.ts';
import { openExisting } from '../existing.ts';
import { dataFolder, runningServer } from '../folder.ts';
import { bytesOf, print, printJson } from '../input.ts';

interface Options {
  as: string;
  title: string;
  attribute: (typeof attributes)[number];
  ground?: keyof typeof grounds;
  item: string;
  interpret?: boolean;
  data?: string;
  json?: boolean;
}

export const submitCommand = (): Command =>
  new Command('submit')
    .description('提交文件（第一个是正文，其余是附件）')
    .argument('<file...>', '文件，- 表示标准输入')
    .requiredOption('--as <email>', '提交人的邮箱')
    .option('--title <title>', '标题，省略时从文件中读取', '')
    .addOption(new Option('--attribute <attribute>', '申报的公开属性').choices(attributes).default('public'))
    .addOption(new Option('--ground <ground>', '不主动公开全文的法定依据').choices(Object.keys(grounds)))
    .option('--item <id>', '公开事项', 'policy-documents')
    .option('--interpret', '需要解读')
    .option('--data <folder>', '数据目录')
    .option('--json', '输出一行 JSON')
    .action(async (files: string[], options: Options) => {
      const folder = dataFolder(options.data);
      const place = openExisting(folder);
      try {
        const bodies = await Promise.all(files.map(bytesOf));
        const clerk = (await loadOrganisation(place.deps)).personByEmail(options.as);
        if (!clerk) throw new InputRefused(`组织机构中没有邮箱为 ${options.as} 的人员。`);
        const documentId = await handIn(place, {
          clerk: clerk.person.id,
          form: {
            title: options.title,
            attribute: options.attribute,
            ...(options.ground ? { ground: options.ground } : {}),
            catalogueItem: options.item,
            needsInterpretation: options.interpret ?? false,
          },
          files: await Promise.all(
            files.map(async (file, i) => ({ name: await nameOf(file, bodies[i]!), body: bodies[i]! })),
          ),
        });
        // A running server owns the workflow and goes on by itself.
        if (!runningServer(folder)) await place.settle();
        const page = `${place.deps.settings.portalUrl}/documents/${documentId}`;
        if (options.json) printJson({ documentId, files: files.length, page });
        else print(`已接收，编号 ${documentId}。办理情况：${page}`);
      } finally {
        await place.close();
      }
    });

/** Standard input has no name: its bytes tell what it is. */
const nameOf = async (file: string, body: Uint8Array): Promise<string> =>
  file === '-' ? `正文.${(await readDocument(body)).type ?? 'txt'}` : basename(file);
