import { basename } from 'node:path';
import { Command } from 'commander';
import { readDocument } from '@gongkai/reading/read-document.ts';
import type { Read } from '@gongkai/reading/types.ts';
import { rules } from '@gongkai/screening/rules.ts';
import { screen, verdict } from '@gongkai/screening/screen.ts';
import type { Finding } from '@gongkai/screening/types.ts';
import { bytesOf, forEachFile, print, printJson } from '../input.ts';
import { dataOption, stageOption, type WhichPlace } from '../options.ts';
import { screenPublished } from '../screen-published.ts';
import { withPlace } from '../with-place.ts';

const verdictName = { block: '不能公开', review: '需要核对', clear: '没有发现问题' } as const;
const severityName: Record<Finding['severity'], string> = {
  block: '必须处理',
  review: '需要核对',
  note: '提示',
};

interface Options extends WhichPlace {
  json?: boolean;
  published?: boolean;
}

export const screenCommand = (): Command =>
  new Command('screen')
    .description('筛查文件中的涉密标志和个人信息')
    .argument('[file...]', '文件，- 表示标准输入')
    .option('--published', '按现在的规则重新筛查全部已公开的文件')
    .option('--json', '每个文件输出一行 JSON')
    .addOption(dataOption())
    .addOption(stageOption())
    .action((files: string[], { json = false, published, ...which }: Options, command: Command) => {
      if ((published === true) === files.length > 0)
        return command.error('请写明要筛查的文件，或者用 --published 筛查全部已公开的文件。');
      if (published) return withPlace(which, (place) => screenPublished(place, json));
      return forEachFile(files, json, (file) => screenFile(file, json));
    });

/** False when it cannot be read. */
async function screenFile(file: string, json: boolean): Promise<boolean> {
  const read = await readDocument(await bytesOf(file));
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
      print(`  ${placeName(f.place)}  ${severityName[f.severity]}  ${rules[f.kind].name}  ${f.excerpt}`);
  }
  return true;
}

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
