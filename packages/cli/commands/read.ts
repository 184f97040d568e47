import { Command } from 'commander';
import { markOf } from '@gongkai/domain/attribute.ts';
import { readDocument } from '@gongkai/reading/read-document.ts';
import { bytesOf, forEachFile, print, printJson } from '../input.ts';

export const readCommand = (): Command =>
  new Command('read')
    .description('读取文件，显示文字和要素')
    .argument('<file...>', '文件，- 表示标准输入')
    .option('--json', '每个文件输出一行 JSON')
    .action((files: string[], { json = false }: { json?: boolean }) =>
      forEachFile(files, json, async (file) => {
        const result = await readDocument(await bytesOf(file));
        if (!result.ok) {
          if (json)
            printJson({ file, type: result.type, error: { code: result.code, message: result.message } });
          process.stderr.write(`${file}：${result.message}\n`);
          return false;
        }
        const { type, text, metadata, hidden, problems } = result;
        if (json) printJson({ file, type, text, metadata, hidden, problems });
        else
          print(
            [
              `文件：${file}（${type}）`,
              `标题：${metadata.title ?? '（未找到）'}`,
              `文号：${metadata.documentNumber ?? '（未找到）'}`,
              `发文机关：${metadata.issuer ?? '（未找到）'}`,
              `成文日期：${metadata.writtenDate ?? '（未找到）'}`,
              `公开标注：${metadata.mark ? markOf[metadata.mark] : '（未找到）'}`,
              ...hidden.map((h) => `隐藏内容（${h.place}）：${h.text}`),
              ...problems.map((p) => `注意：${p}`),
              '',
              text,
            ].join('\n'),
          );
        return true;
      }),
    );
