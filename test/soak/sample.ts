/** What a server uses at one moment (Linux: from /proc). */
import { readdirSync, readFileSync } from 'node:fs';
import type { Inspector } from './inspector.ts';

export interface Sample {
  documents: number;
  /** Seconds since the first document. */
  seconds: number;
  residentMb: number;
  heapMb: number;
  handles: number;
  openFiles: number;
  /** Files in the data folder, all together. */
  files: number;
  /** User and system time of the process so far. */
  cpuMs: number;
}

/** USER_HZ is 100 on every Linux Node runs on. */
const msPerTick = 10;
const mb = (bytes: number): number => Math.round(bytes / 104_857.6) / 10;

export async function sample(
  { pid, folder, inspector }: { pid: number; folder: string; inspector: Inspector },
  documents: number,
  seconds: number,
): Promise<Sample> {
  const heapMb = mb(await inspector.heapAfterCollection());
  const proc = (name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8');
  // The name of the command, in brackets, may hold spaces.
  const stat = proc('stat').split(') ')[1]!.split(' ');
  return {
    documents,
    seconds: Math.round(seconds),
    residentMb: Math.round(Number(/VmRSS:\s+(\d+)/.exec(proc('status'))![1]) / 1024),
    heapMb,
    handles: await inspector.openHandles(),
    openFiles: readdirSync(`/proc/${pid}/fd`).length,
    files: readdirSync(folder, { recursive: true }).length,
    cpuMs: (Number(stat[11]) + Number(stat[12])) * msPerTick,
  };
}
