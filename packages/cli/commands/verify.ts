import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { InputRefused } from '@gongkai/domain/errors.ts';
import type { PublishedDigest } from '@gongkai/domain/digest.ts';
import { print, printJson } from '../input.ts';
import { dataOption, stageOption, type WhichPlace } from '../options.ts';
import { parseCopies } from '../verify/digests.ts';
import { type Verified, verify } from '../verify/verify.ts';
import { withPlace } from '../with-place.ts';

type Options = WhichPlace & { json?: boolean; against?: string[] };

export const verifyCommand = (): Command =>
  new Command('verify')
    .description('核对办理记录、每日摘要和原件，证明没有被改动；报告岗位分离情况')
    .addOption(dataOption())
    .addOption(stageOption())
    .option('--against <file...>', '另存的每日摘要（公开网站 audit/ 下的文件），与现在的核对')
    .option('--json', '输出一行 JSON')
    .action(async ({ json, against = [], ...which }: Options) => {
      const copies = against.flatMap(copiesIn);
      const found = await withPlace(which, (place) => verify(place, { copies }));
      if (json) printJson(found);
      else print(linesOf(found).join('\n'));
      if (found.broken.length + found.duties.breaches.length > 0) process.exitCode = 1;
    });

function copiesIn(file: string): PublishedDigest[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new InputRefused(`读不到文件 ${file}，请检查路径。`);
  }
  const copies = parseCopies(text);
  if (!copies) throw new InputRefused(`文件 ${file} 不是每日摘要。请用公开网站 audit/ 下的文件，一行一个。`);
  return copies;
}

const linesOf = ({ histories, entries, documents, digests, files, broken, duties }: Verified): string[] => [
  broken.length === 0
    ? `没有发现改动：${histories} 份办理记录共 ${entries} 条，${files} 个原件`
    : `发现 ${broken.length} 处不符：`,
  ...broken.map((line) => `  ${line}`),
  digests.count === 0
    ? '还没有每日摘要（次日凌晨生成第一份）'
    : `每日摘要 ${digests.count} 份，${digests.first} 至 ${digests.last}，逐日相连`,
  `岗位分离：${documents} 件文件，代理或受托办理 ${duties.deputised} 次，违反 ${duties.breaches.length} 件`,
  ...duties.breaches.map(({ document, what }) => `  ${document}：${what.join('；')}`),
];
