import { basename } from 'node:path';
import { Command } from 'commander';
import { localDate } from '@gongkai/calendar/local-date.ts';
import { contradictionsOf } from '@gongkai/reading/metadata/contradictions.ts';
import { readDocument } from '@gongkai/reading/read-document.ts';
import { bytesOf, forEachFile, print, printJson } from '../input.ts';
import type { ReadLine } from '../read-line.ts';
import { report } from '../read-report.ts';

export const readCommand = (): Command =>
  new Command('read')
    .description('读取文件，显示要素、矛盾、隐藏内容和文字')
    .argument('<file...>', '文件，- 表示标准输入；一并列出的文件可以互为附件')
    .option('--json', '每个文件输出一行 JSON（格式见 docs/read.schema.json）')
    .action((files: string[], { json = false }: { json?: boolean }) =>
      forEachFile(files, json, async (file) => {
        const result = await readDocument(await bytesOf(file), { name: file });
        if (!result.ok) {
          if (json)
            printJson({ file, type: result.type, error: { code: result.code, message: result.message } });
          process.stderr.write(`${file}：${result.message}\n`);
          return false;
        }
        const { type, text, metadata, hidden, problems, found, particulars, scanned, secrecy } = result;
        const handedIn = files.filter((other) => other !== file).map((other) => basename(other));
        const contradictions = contradictionsOf(result, { today: localDate(new Date()), handedIn });
        const line: ReadLine = {
          file,
          type,
          text,
          metadata,
          hidden,
          problems,
          found,
          particulars,
          contradictions,
          ...(scanned ? { scanned } : {}),
          ...(secrecy ? { secrecy } : {}),
        };
        if (json) printJson(line);
        else print(report(line));
        return true;
      }),
    );
