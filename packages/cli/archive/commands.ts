/** `gongkai export --all` and `import --all`: what they do around the archive, and what they say. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { openExisting } from '../existing.ts';
import { dataFolder, isInitialised, runningServer, writePlaceFile } from '../folder.ts';
import { print } from '../input.ts';
import type { WhichPlace } from '../options.ts';
import { replaceFile } from '../whole-file.ts';
import { standingOf, withPlace } from '../with-place.ts';
import { exportAll } from './export-all.ts';
import type { Manifest } from './format.ts';
import { importAll } from './import-all.ts';
import { type Inspected, inspect } from './inspect.ts';
import type { Standing } from './standing.ts';

export async function exportEverything(file: string, which: WhichPlace): Promise<void> {
  if (file === '-') throw new InputRefused('请写明归档的文件名，如 gongkai export --all gongkai.tar');
  const { items, files, executions, unread } = await withPlace(which, (place) => exportAll(place, file));
  print(`已导出 ${items} 条记录、${files} 个文件、${executions} 个进行中的流程到 ${file}。`);
  print('归档包含未公开的文件，请妥善保管。');
  if (unread > 0)
    print(`另有 ${unread} 份文件刚刚上传、还没有读取，不在归档里。如果是迁移，请几分钟后再导出一次。`);
}

export async function importEverything(file: string, which: WhichPlace): Promise<void> {
  const archive = await inspect(file);
  if (which.stage === undefined) await importIntoFolder(dataFolder(which.data), file, archive);
  else await withPlace(which, (place) => importInto(place, file, archive));
}

/** A folder nobody has used becomes the place the archive describes. */
async function importIntoFolder(folder: string, file: string, archive: Inspected): Promise<void> {
  const server = runningServer(folder);
  if (server) throw new InputRefused(`数据目录 ${folder} 上有服务在运行（${server}），请先停止它。`);
  const { manifest } = archive;
  if (!isInitialised(folder)) prepare(folder, manifest);
  const place = openExisting(folder);
  try {
    place.startClockAt(new Date(manifest.exportedAt));
    await importInto(standingOf(place, manifest.mode), file, archive);
  } finally {
    await place.close();
  }
}

function prepare(folder: string, { mode, settings }: Manifest): void {
  writePlaceFile(folder, { mode, settings });
  const settingsFile = join(folder, 'settings.json');
  if (mode === 'serve' && !existsSync(settingsFile))
    replaceFile(settingsFile, `${JSON.stringify(settings, null, 2)}\n`);
}

async function importInto(place: Standing, file: string, archive: Inspected): Promise<void> {
  const { items, files, started, again } = await importAll(place, file, archive);
  if (again) print(`这份归档已经导入过，没有再次写入；重新开始 ${started} 个流程。`);
  else print(`已导入 ${items} 条记录、${files} 个文件，重新开始 ${started} 个流程。`);
  const { settings, unread } = archive.manifest;
  if (unread > 0) print(`有 ${unread} 份文件导出时还没有读取，系统会退回并请部门重新上传。`);
  const { siteUrl } = place.deps.settings;
  if (siteUrl !== settings.siteUrl)
    print(`归档来自 ${settings.siteUrl}，这里是 ${siteUrl}：已公开的网页和订阅源里仍是原来的网址。`);
}
