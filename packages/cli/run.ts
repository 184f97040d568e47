/** A place that runs: start-up is a list, shut-down its mirror. */
import type { Server } from 'node:http';
import { Cron } from 'croner';
import type { Trial } from '@gongkai/functions/portal/env.ts';
import { claimServer, releaseServer } from './folder.ts';
import type { Place } from './place.ts';
import { listen } from './server.ts';

/** How often stored upload events and waiting mails are tried again, and others’ writes are looked for; the mail queue itself keeps the back-off. */
const retryEveryMs = 1000;

export async function run(
  place: Place,
  folder: string,
  port: number,
  url: string,
  trial?: Trial,
): Promise<Server> {
  claimServer(folder, url);
  await place.buildSite();
  await place.pump();
  const server = await listenOrLeave(place, folder, port, trial);
  place.workflow.run();
  place.siteFolder.catchUp().catch(report);
  await place.watchClock();
  const watcher = new Cron('*/15 * * * *', { protect: true, catch: report }, () => place.watchClock());
  const housekeeper = new Cron(
    '40 3 * * *',
    { timezone: 'Asia/Shanghai', protect: true, catch: report },
    () => place.housekeeping().then(() => undefined),
  );
  const screener = new Cron('37 * * * *', { protect: true, catch: report }, () => place.screenPublished());
  // What holds from a day on (departments, editions of the catalogue) appears without anybody's doing.
  const builder = new Cron('7 * * * *', { protect: true, catch: report }, () => place.buildSite());
  const tidier = new Cron('* * * * *', { protect: true, catch: report }, () => place.tidy());
  const digester = new Cron('20 1,4 * * *', { timezone: 'Asia/Shanghai', protect: true, catch: report }, () =>
    place.publishDigest(),
  );
  const sender = new Cron('30 8,9 * * *', { timezone: 'Asia/Shanghai', protect: true, catch: report }, () =>
    place.sendDigests(),
  );
  const retrier = setInterval(() => {
    place.pump().catch(report);
    place.mail.flush().catch(report);
    place.noticeOthers();
  }, retryEveryMs);

  const stop = (): void => {
    server.close();
    server.closeAllConnections();
    clearInterval(retrier);
    housekeeper.stop();
    tidier.stop();
    digester.stop();
    sender.stop();
    screener.stop();
    builder.stop();
    watcher.stop();
    void place.close().finally(() => {
      releaseServer(folder);
      process.exit(0);
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return server;
}

/** A port that is taken leaves the folder as free as before. */
async function listenOrLeave(place: Place, folder: string, port: number, trial?: Trial): Promise<Server> {
  try {
    return await listen(place, port, trial);
  } catch (error) {
    await place.close();
    releaseServer(folder);
    throw error;
  }
}

function report(error: unknown): void {
  process.stderr.write(
    `${JSON.stringify({ level: 'error', at: new Date().toISOString(), message: String(error) })}\n`,
  );
}
