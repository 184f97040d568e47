/** From the command to ready, with an empty folder and with 100,000 documents, and what it takes while nobody asks. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeSettings } from './county.ts';
import { type Figure, figure } from './figure.ts';
import { fillStore } from './fill.ts';
import { filledFolder } from './growth.ts';
import { type ServerProcess, startServer } from './server-process.ts';

export async function benchStart(folder: string): Promise<Figure[]> {
  const nothing = join(folder, 'empty');
  writeSettings(nothing);
  const empty = await startServer(nothing, 18_083);
  const idleMb = await idle(empty);
  await empty.stop();
  const filled = filledFolder(folder);
  if (!existsSync(filled)) await fillStore(filled, 100_000);
  const full = await startServer(filled, 18_084);
  const fullMb = await idle(full);
  await full.stop();
  return [
    figure('ready, empty', empty.readyMs, 'ms', { atMost: 2_000 }),
    figure('ready, 100,000 documents', full.readyMs, 'ms', { atMost: 2_000 }),
    figure('memory idle, empty', idleMb, 'MB', { atMost: 150 }),
    figure('memory idle, 100,000 documents', fullMb, 'MB', { atMost: 150 }),
  ];
}

/** What it does of itself once it is ready, it has done by then. */
async function idle(server: ServerProcess): Promise<number> {
  await sleep(3_000);
  return server.memoryMb();
}
