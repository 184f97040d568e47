/** From the command to ready, with an empty folder and with 100,000 documents, and what it takes while nobody asks. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, figure } from './figure.ts';
import { fillStore } from './fill.ts';
import { filledFolder } from './growth.ts';
import { startServer } from './server-process.ts';

export async function benchStart(folder: string): Promise<Figure[]> {
  const empty = await startServer(join(folder, 'empty'), 18_083);
  const idleMb = empty.memoryMb();
  await empty.stop();
  const filled = filledFolder(folder);
  if (!existsSync(filled)) await fillStore(filled, 100_000);
  const full = await startServer(filled, 18_084);
  const fullMb = full.memoryMb();
  await full.stop();
  return [
    figure('ready, empty', empty.readyMs, 'ms', { atMost: 2_000 }),
    figure('ready, 100,000 documents', full.readyMs, 'ms', { atMost: 2_000 }),
    figure('memory idle, empty', idleMb, 'MB', { atMost: 150 }),
    figure('memory idle, 100,000 documents', fullMb, 'MB', { atMost: 150 }),
  ];
}
