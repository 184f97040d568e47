/** Operations on the public site as a whole. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { checkSite, rebuildSite, type SiteReport } from '@gongkai/functions/shared/check-site.ts';
import { movePage } from '@gongkai/functions/shared/moved-pages.ts';
import type { SiteNeeds } from '@gongkai/functions/shared/whole-site.ts';
import type { FolderReport } from '@gongkai/platform/embedded/compare-folder.ts';
import { print, printJson } from '../input.ts';
import { dataFolder, readPlaceFile } from '../folder.ts';
import { dataOption, portOption, stageOption, type WhichPlace } from '../options.ts';
import { plainSite } from '../plain-site.ts';
import { listenAlone } from '../site-alone.ts';
import { withPlace } from '../with-place.ts';

export const rebuildCommand = (): Command =>
  new Command('rebuild')
    .description('由记录重新生成整个公开网站；加 --into 写成普通文件，可由任何网页服务器提供')
    .option('--into <folder>', '写入这个目录，而不是网站本身')
    .addOption(dataOption())
    .addOption(stageOption())
    .action(({ into, ...which }: WhichPlace & { into?: string }) =>
      withPlace(which, async ({ deps }) => {
        const started = performance.now();
        const files = await rebuildSite(into === undefined ? deps : intoFolder(deps, into), progress());
        print(`已写 ${files} 个文件，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒。`);
      }),
    );

export const checkSiteCommand = (): Command =>
  new Command('check-site')
    .description('核对公开网站与记录：网页、列表、订阅源、数据、网站地图、附件')
    .option('--repair', '补写缺少和不同的文件，删除多余的文件')
    .option('--json', '输出一行 JSON')
    .addOption(dataOption())
    .addOption(stageOption())
    .action(({ repair = false, json = false, ...which }: WhichPlace & { repair?: boolean; json?: boolean }) =>
      withPlace(which, async ({ deps, compareFolder }) => {
        const report = await checkSite(deps, { repair, told: json ? () => undefined : progress() });
        const folder = await compareFolder?.({ repair });
        if (json) printJson({ ...report, ...(folder && { folder }) });
        else print(linesOf(report, folder, repair).join('\n'));
        if (!repair && differences(report) + differences(folder) > 0)
          throw new InputRefused('公开网站与记录不一致。加 --repair 修复。');
      }),
    );

export const serveSiteCommand = (): Command =>
  new Command('serve-site')
    .description('只提供公开网站：由数据目录里的 site 读取，不打开数据库')
    .addOption(portOption())
    .addOption(dataOption())
    .action(async ({ port, data }: { port: number; data?: string }) => {
      const folder = dataFolder(data);
      const { settings } = readPlaceFile(folder);
      const plain = plainSite(folder);
      if (!plain.isWhole())
        throw new InputRefused(`数据目录 ${folder} 里还没有公开网站（site），请先运行 npm run serve。`);
      await listenAlone(settings, plain, port);
      print(`ready：${settings.siteUrl}/（本机端口 ${port}，只有公开网站）`);
    });

export const movePageCommand = (): Command =>
  new Command('move-page')
    .description('登记一个已改变的网页地址：旧地址从此转到新地址')
    .argument('<from>', '旧地址的路径，如 old/list.html')
    .argument('<to>', '新地址的路径，如 columns/policies/index.html')
    .addOption(dataOption())
    .addOption(stageOption())
    .action((from: string, to: string, which: WhichPlace) =>
      withPlace(which, async ({ deps }) => {
        await movePage(deps, { from, to }, { id: 'command-line', name: '命令行', role: 'administrator' });
        print(`${from} 已转到 ${to}。`);
      }),
    );

const none: FolderReport = { missing: [], different: [], stray: [] };
const differences = ({ missing, different, stray } = none): number =>
  missing.length + different.length + stray.length;

function linesOf(report: SiteReport, folder = none, repair: boolean): string[] {
  const all = differences(report) + differences(folder);
  return [
    ...listed(report),
    ...listed(folder, 'site/www/'),
    all === 0
      ? `${report.files} 个文件，与记录一致。`
      : `${report.files} 个文件，${all} 处不一致${repair ? '，已修复' : ''}。`,
  ];
}

const listed = ({ missing, different, stray }: FolderReport, below = ''): string[] => [
  ...missing.map((key) => `缺少  ${below}${key}`),
  ...different.map((key) => `不同  ${below}${key}`),
  ...stray.map((key) => `多余  ${below}${key}`),
];

/** A line every so many files, on standard error, so that output stays what was asked for. */
function progress(every = 1_000): (done: number) => void {
  let next = every;
  return (done) => {
    if (done < next) return;
    process.stderr.write(`${done} 个文件…\n`);
    next = done - (done % every) + every;
  };
}

/** Reads from the place, writes plain files. */
const intoFolder = (deps: SiteNeeds, folder: string): SiteNeeds => ({
  ...deps,
  files: {
    ...deps.files,
    put: async (area, key, body) => {
      if (area !== 'public') return;
      const path = join(folder, key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, body);
    },
  },
});
