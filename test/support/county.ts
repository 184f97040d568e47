/** A trial county that runs: server, engine, outbox. */
import { afterAll } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '@gongkai/cli/server.ts';
import { openTrial, type TrialPlace } from '@gongkai/cli/trial.ts';
import type { County } from './browser.ts';
import { freePort } from './free-port.ts';
import { monday } from './trial.ts';

export interface RunningCounty extends County, TrialPlace {}

/** Stays up for the tests of one file. */
export const startCounty = (): Promise<RunningCounty> => serveTrial(monday, ({ place }) => place.buildSite());

/** Filled first, then served. */
export async function serveTrial(
  start: Date,
  fill: (opened: TrialPlace) => Promise<void>,
): Promise<RunningCounty> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-county-'));
  const port = await freePort();
  const opened = await openTrial(folder, port, {}, start);
  await fill(opened);
  opened.place.workflow.run();
  const server = await listen(opened.place, port, opened.trial);
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await opened.place.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...opened, outbox: opened.trial.outbox };
}
