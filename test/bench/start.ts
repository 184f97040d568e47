/** From the command to ready, with an empty folder and with what the journey left. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './server-process.ts';

export interface StartFigures {
  emptyMs: number;
  filledMs: number;
  idleMemoryMb: number;
}

export async function benchStart(filled: string): Promise<StartFigures> {
  const empty = mkdtempSync(join(tmpdir(), 'gongkai-bench-empty-'));
  const first = await startServer(empty, 18_083);
  const idleMemoryMb = first.memoryMb();
  await first.stop();
  const second = await startServer(filled, 18_084);
  await second.stop();
  rmSync(empty, { recursive: true, force: true });
  return { emptyMs: Math.round(first.readyMs), filledMs: Math.round(second.readyMs), idleMemoryMb };
}
