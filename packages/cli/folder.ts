/** The data folder: what kind of place it holds, and whether a server is running on it. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import { replaceFile } from './whole-file.ts';

export const dataFolder = (given?: string): string => resolve(given ?? process.env['GONGKAI_DATA'] ?? 'data');

const placeFileSchema = z.object({ mode: z.enum(['trial', 'serve']), settings: settingsSchema });
export type PlaceFile = z.infer<typeof placeFileSchema>;

const placeFile = (folder: string): string => join(folder, 'place.json');

export const isInitialised = (folder: string): boolean => existsSync(placeFile(folder));

/** Throws {@link InputRefused} when nothing was ever started there. */
export function readPlaceFile(folder: string): PlaceFile {
  if (!isInitialised(folder))
    throw new InputRefused(`数据目录 ${folder} 还没有初始化，请先运行 npm start 或 npm run serve。`);
  return placeFileSchema.parse(JSON.parse(readFileSync(placeFile(folder), 'utf8')));
}

/** A trial never runs on a real county's data, nor the other way round. */
export function writePlaceFile(folder: string, place: PlaceFile): void {
  makeFolder(folder);
  if (isInitialised(folder) && readPlaceFile(folder).mode !== place.mode)
    throw new InputRefused(
      `数据目录 ${folder} 属于${place.mode === 'trial' ? '正式' : '试用'}环境，请用 --data 另选一个目录。`,
    );
  replaceFile(placeFile(folder), JSON.stringify(place, null, 2));
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputRefused(
      `数据目录 ${folder} 不能建立或写入（${code ?? '未知原因'}），请检查路径和权限，或用 --data 另选一个目录。`,
    );
  }
}

const serverFileSchema = z.object({ pid: z.int(), url: z.url() });
const serverFile = (folder: string): string => join(folder, 'server.json');

/** Address of the server that runs on this folder, if one does. */
export function runningServer(folder: string): string | undefined {
  if (!existsSync(serverFile(folder))) return undefined;
  const parsed = serverFileSchema.safeParse(JSON.parse(readFileSync(serverFile(folder), 'utf8')));
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data.url : undefined;
}

/** Throws {@link InputRefused}: to be asked before anything of the folder is written. */
export function refuseIfServed(folder: string): void {
  const running = runningServer(folder);
  if (running) throw new InputRefused(`数据目录 ${folder} 上已有服务在运行：${running}`);
}

/** Only one server runs on a folder: it owns the workflow engine. */
export function claimServer(folder: string, url: string): void {
  refuseIfServed(folder);
  replaceFile(serverFile(folder), JSON.stringify({ pid: process.pid, url }));
}
export const releaseServer = (folder: string): void => rmSync(serverFile(folder), { force: true });

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
