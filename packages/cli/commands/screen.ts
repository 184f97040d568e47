import { Command } from 'commander';
import { readDocument } from '@gongkai/reading/read-document.ts';
import { screen, verdict } from '@gongkai/screening/screen.ts';
import type { Finding } from '@gongkai/screening/types.ts';
import { bytesOf, forEachFile, print, printJson } from '../input.ts';

const verdictName = { block: '不能公开', review: '需要核对', clear: '没有发现问题' } as const;
const severityName: Record<Finding['severity'], string> = {
  block: '必须处理',
  review: '需要核对',
  note: '提示',
};

export const screenCommand = (): Command =>
  new Command('screen')
    .description('筛查文件中的涉密标志和个人信息')
    .argument('<file...>', '文件，- 表示标准输入')
    .option('--json', '每个文件输出一行 JSON')
    .action((files: string[], { json = false }: { json?: boolean }) =>
      forEachFile(files, json, async (file) => {
        const read = await readDocument(await bytesOf(file));
        if (!read.ok) {
          if (json) printJson({ file, error: { code: read.code, message: read.message } });
          process.stderr.write(`${file}：${read.message}\n`);
          return false;
        }
        const found = screen({ blocks: read.blocks, hidden: read.hidden });
        const result = verdict(found, read.secrecy);
        const findings = [
          ...(read.secrecy
            ? [
                {
                  kind: 'secrecy-mark',
                  severity: 'block' as const,
                  place: { line: read.secrecy.line },
                  excerpt: read.secrecy.level,
                },
              ]
            : []),
          ...found.map(({ kind, severity, place, excerpt }) => ({ kind, severity, place, excerpt })),
        ];
        if (json) printJson({ file, verdict: result, findings });
        else {
          print(`${file}：${verdictName[result]}`);
          for (const f of findings)
            print(`  第 ${f.place.line + 1} 段  ${severityName[f.severity]}  ${f.kind}  ${f.excerpt}`);
        }
        return true;
      }),
    );
