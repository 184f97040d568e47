/** One machine: the ports on SQLite and a folder, the functions and the state machines on them. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { writeJob } from '@gongkai/functions/shared/lists.ts';
import { createBuildSite } from '@gongkai/functions/build-site/build-site.ts';
import { createPublishDigest } from '@gongkai/functions/publish-digest/publish-digest.ts';
import { createReceiveUpload } from '@gongkai/functions/receive-upload/receive-upload.ts';
import { createSendDigests } from '@gongkai/functions/send-digests/send-digests.ts';
import { createScreenPublished } from '@gongkai/functions/screen-published/screen-published.ts';
import { createWatchClock } from '@gongkai/functions/watch-clock/watch-clock.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { createSqliteBackup } from '@gongkai/platform/embedded/backup.ts';
import { createMovableClock, systemClock } from '@gongkai/platform/embedded/clock.ts';
import { closeDatabase, emptyLog, openDatabase } from '@gongkai/platform/embedded/database.ts';
import { createStoredFiles } from '@gongkai/platform/embedded/files.ts';
import { createInboxEvents } from '@gongkai/platform/embedded/inbox-events.ts';
import { createInboxHandler } from '@gongkai/platform/embedded/inbox-http.ts';
import { createEmbeddedSearch } from '@gongkai/platform/embedded/search.ts';
import { createEmbeddedWorkflow } from '@gongkai/platform/embedded/interpreter/workflow.ts';
import { createMailQueue, type Deliver } from '@gongkai/platform/embedded/mail.ts';
import { createNotice } from '@gongkai/platform/embedded/notice-others.ts';
import { synced } from '@gongkai/platform/embedded/synced.ts';
import { compareFolder } from '@gongkai/platform/embedded/compare-folder.ts';
import { createSiteFolder } from '@gongkai/platform/embedded/site-folder.ts';
import { createSqliteTable } from '@gongkai/platform/embedded/table.ts';
import { createLinks } from '@gongkai/platform/links.ts';
import { logged, type WriteLine } from '@gongkai/platform/log.ts';
import type { Clock } from '@gongkai/platform/ports.ts';
import { screenBeside } from '@gongkai/screening/screening-process.ts';
import { withCache } from './cached-files.ts';
import { createCalendarSource } from './calendar-data.ts';
import { stepFunctions } from './functions.ts';
import { createHealth } from './health.ts';
import { createHousekeeping } from './housekeeping.ts';
import { createPump } from './inbox-pump.ts';
import { createListsBehind } from './lists-behind.ts';
import { createMovingTime } from './moving-time.ts';
import { databaseFile, plainSite, refuseWithoutDatabase } from './plain-site.ts';
import { linkKey } from './secrets.ts';

export interface PlaceOptions {
  folder: string;
  settings: Settings;
  /** Where the inbox answers, e.g. `http://localhost:8080/inbox`. */
  inboxUrl: string;
  deliver: (clock: Clock, folder: string) => Deliver;
  /** Trial mode: a clock that can be moved. */
  movableClock: boolean;
  /** A line of JSON for every step; ids only. Nowhere when absent. */
  log?: WriteLine | undefined;
  /** Stands between the product and its ports, e.g. to make them fail. */
  around?: (deps: Deps) => Deps;
}

export type Place = ReturnType<typeof openPlace>;

export function openPlace(options: PlaceOptions) {
  const { folder, settings, inboxUrl, deliver, movableClock, log = () => undefined } = options;
  const { around = (ports) => ports } = options;
  mkdirSync(folder, { recursive: true });
  const plain = plainSite(folder);
  refuseWithoutDatabase(folder, plain);
  const db = openDatabase(databaseFile(folder));
  const movable = movableClock ? createMovableClock(db) : undefined;
  const clock: Clock = movable ?? systemClock;
  const policyKey = linkKey(folder);
  const stored = createStoredFiles({
    db,
    folder: join(folder, 'files'),
    baseUrl: inboxUrl,
    policyKey,
    clock,
  });
  const search = createEmbeddedSearch(join(folder, 'search.db'));
  const onFailure = (error: unknown): void => log(stoppedLine(String(error)));
  const siteFolder = createSiteFolder({ db, plain, onFailure });
  const lists = createListsBehind({ db, write: (job) => writeJob(deps, job), onFailure });
  const { files, publicFiles } = withCache(
    siteFolder.follow(search.follow(stored)),
    plain,
    lists.bringUpToDate,
  );
  const send = deliver(clock, folder);
  const mail = createMailQueue({
    db,
    clock,
    deliver: async (message) => {
      await siteFolder.settled();
      await send(message);
    },
  });
  const calendar = createCalendarSource(folder);
  let steps: ReturnType<typeof stepFunctions> = {};
  const workflow = createEmbeddedWorkflow({
    db,
    clock,
    machines: machines(),
    functions: (name) => steps[name],
    onFailure: ({ error, execution }) => log(stoppedLine(error, execution)),
  });
  const table = createSqliteTable(db, clock);
  const deps = around({
    table,
    files,
    workflow,
    mail,
    clock,
    links: createLinks(policyKey),
    calendar: () => Promise.resolve(calendar()),
    settings,
  });
  deps.behind = { ask: (jobs) => lists.ask(jobs, publicFiles), now: lists.now };
  steps = stepFunctions(deps, log);

  const events = createInboxEvents(db);
  const pump = createPump(events, logged('receive-upload', createReceiveUpload(deps), log));
  const inbox = createInboxHandler({
    files,
    policyKey,
    clock,
    onCreated: (event, since) => {
      events.add(event);
      return synced(db, since);
    },
  });
  const watchClock = logged('watch-clock', createWatchClock(deps), log);
  const buildSite = logged('build-site', createBuildSite(deps), log);
  const screenPublished = logged(
    'screen-published',
    createScreenPublished(deps, { screener: screenBeside }),
    log,
  );
  const publishDigest = logged('publish-digest', createPublishDigest(deps), log);

  const sendDigests = logged('send-digests', createSendDigests(deps), log);

  /** Everything that can happen at this instant has happened, mails included. */
  const settle = async (): Promise<void> => {
    await pump();
    await workflow.settle();
    await lists.flush();
    await siteFolder.flush();
    await mail.flush();
  };

  /** All sweeps once, and what follows from them. */
  const sweep = async (): Promise<void> => {
    await watchClock();
    await screenPublished();
    await settle();
    // Left out tonight (disk full), it is made up for by the next one.
    await publishDigest().catch(onFailure);
    await sendDigests().catch(onFailure);
    await mail.flush();
  };

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await Promise.allSettled([pump(), workflow.stop()]);
    await Promise.allSettled([lists.flush(), mail.flush()]);
    await siteFolder.flush().catch(onFailure);
    search.close();
    closeDatabase(db);
  };

  return {
    deps,
    backup: createSqliteBackup(db),
    /** Everything done so far survives a power cut; whoever answers a person waits for it. */
    synced: (since?: number) => synced(db, since),
    workflow,
    mail,
    publicFiles,
    siteFolder: { ...siteFolder, compare: (how: { repair?: boolean }) => compareFolder(stored, plain, how) },
    search,
    /** False when nothing but the public site's folder can be served. */
    answers: (): boolean => canRead(db),
    /** What another process wrote into the folder (`gongkai rebuild`) is served, too. */
    noticeOthers: createNotice(db, () => publicFiles.clear()),
    settle,
    watchClock,
    screenPublished,
    publishDigest,
    sendDigests,
    pump,
    /** Also writes what an earlier process still had to write. */
    buildSite: async (): Promise<void> => {
      await buildSite();
      await lists.flush();
    },
    log,
    /** Figures of what people wait for; the same as the cloud's metrics. */
    health: createHealth(deps, { mail, workflow }),
    /** To be called every minute: no deleted byte stays for longer. */
    tidy: async (): Promise<void> => {
      await siteFolder.tidy();
      emptyLog(db);
    },
    /** Forgets what has been over for long. To be called once a day. */
    housekeeping: createHousekeeping({ table, files, workflow, clock }),
    inbox: async (request: Request): Promise<Response> => {
      const response = await inbox(request);
      // Beside the answer; what fails stays pending and is tried again.
      if (response.ok) pump().catch(onFailure);
      return response;
    },
    ...createMovingTime({ clock, movable, deps, workflow, settle, sweep }),
    startClockAt: (start: Date): void => movable?.startAt(start),
    /** What is under way comes to its end; what fails now is stored and goes on at the next start. */
    close: (): Promise<void> => (closing ??= close()),
  };
}

/** The cause may quote a document; it stands in the execution's own record. */
const stoppedLine = (error: string, execution?: { machine: string; name: string }): string =>
  JSON.stringify({
    timestamp: new Date().toISOString(),
    level: 'ERROR',
    step: execution?.machine ?? 'workflow',
    outcome: 'failed',
    execution: execution?.name,
    error,
  });

/** The machines as `cdk synth` writes them, extracted by the build. */
function machines(): Parameters<typeof createEmbeddedWorkflow>[0]['machines'] {
  const file = process.env['GONGKAI_MACHINES'] ?? new URL('./machines.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof createEmbeddedWorkflow>[0]['machines'];
}

function canRead(db: DatabaseSync): boolean {
  try {
    db.prepare('SELECT 1 FROM files LIMIT 1').get();
    return true;
  } catch {
    return false;
  }
}
