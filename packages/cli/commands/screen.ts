import { basename } from 'node:path';
import { Command } from 'commander';
import { readDocument } from '@gongkai/reading/read-document.ts';
import type { Read } from '@gongkai/reading/types.ts';
import { rules } from '@gongkai/screening/rules.ts';
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
        const read = await readDocument(await bytesOf(file), { name: file });
        if (!read.ok) {
          if (json) printJson({ file, error: { code: read.code, message: read.message } });
          process.stderr.write(`${file}：${read.message}\n`);
          return false;
        }
        const found = screen({
          blocks: read.blocks,
          hidden: read.hidden,
          ...(file === '-' ? {} : { fileName: basename(file) }),
        });
        const result = verdict(found, read.secrecy);
        const findings = [...markOf(read), ...found.map(shown)];
        if (json) printJson({ file, verdict: result, findings });
        else {
          print(`${file}：${verdictName[result]}`);
          for (const f of findings)
            print(
              `  ${placeName(f.place)}  ${severityName[f.severity]}  ${rules[f.kind].name}  ${f.excerpt}`,
            );
        }
        return true;
      }),
    );

type Shown = Omit<Finding, 'id' | 'match'>;

/** Without the text found: the terminal and its logs are no place for it. */
const shown = ({ kind, severity, place, scope, excerpt, rule, law, why }: Finding): Shown => ({
  kind,
  severity,
  place,
  ...(scope ? { scope } : {}),
  excerpt,
  rule,
  law,
  why,
});

/** The mark in the header, which reading finds, stands like a find of screening. */
const markOf = ({ secrecy, blocks }: Read): Shown[] =>
  secrecy
    ? [
        {
          kind: 'secrecy-mark',
          severity: 'block',
          place: { line: secrecy.line, start: 0, end: blocks[secrecy.line]!.text.length },
          excerpt: secrecy.level,
          rule: rules['secrecy-mark'].rule,
          law: rules['secrecy-mark'].law,
          why: '文件首部的密级标志。',
        },
      ]
    : [];

const placeName = ({ hidden, line, cell }: Finding['place']): string =>
  hidden ?? `第 ${line + 1} 段${cell === undefined ? '' : `第 ${cell + 1} 格`}`;
