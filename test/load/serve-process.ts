/** `gongkai serve` on a folder, as a process that can be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settingsSchema, type SettingsInput } from '@gongkai/domain/settings.ts';
import type { DepartmentData } from '@gongkai/domain/organisation.ts';
import { system } from '@gongkai/domain/history.ts';
import { importOrganisation } from '@gongkai/functions/shared/organisation-file.ts';
import { writePlaceFile } from '@gongkai/cli/folder.ts';
import { openPlace, type Place } from '@gongkai/cli/place.ts';

export interface ServeProcess {
  url: string;
  pid: () => number;
  start: () => Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  kill: () => Promise<void>;
  /** SIGTERM: what is under way comes to its end. */
  stop: () => Promise<void>;
  /** The same folder in this process, while nothing runs on it. `mailed` gets the id of what is still sent. */
  open: (mailed: string[], at?: string) => Place;
}

/** A folder with its settings and people; not started yet. `flags` are Node's. */
export async function prepareServe(options: {
  folder: string;
  port: number;
  mailPort: number;
  county: readonly DepartmentData[];
  settings?: Partial<SettingsInput>;
  flags?: readonly string[];
  /** What was built; of this checkout when absent. */
  program?: string;
  env?: Record<string, string>;
  /** A command that runs the one given to it. */
  inside?: readonly string[];
}): Promise<ServeProcess> {
  const { folder, port, mailPort, county, flags = [], env = {}, inside = [] } = options;
  const { program = fileURLToPath(new URL('../../dist/gongkai.mjs', import.meta.url)) } = options;
  const url = `http://127.0.0.1:${port}`;
  const input = {
    siteUrl: url,
    portalUrl: `${url}/portal`,
    mailFrom: 'gongkai@county.example',
    ...options.settings,
  };
  const settings = settingsSchema.parse(input);
  writePlaceFile(folder, { mode: 'serve', settings });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(input));
  const open = (mailed: string[], at = folder): Place =>
    openPlace({
      folder: at,
      settings,
      inboxUrl: `${url}/inbox`,
      movableClock: false,
      deliver:
        () =>
        async ({ id }) =>
          void mailed.push(id),
    });
  const place = open([]);
  await importOrganisation(place.deps, JSON.stringify(county), system);
  await place.close();

  let child: ChildProcess | undefined;
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill(signal);
    await gone;
  };
  return {
    url,
    open,
    pid: () => child!.pid!,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async start() {
      const serve = [program, 'serve', '--data', folder, '--port', String(port)];
      const [command = '', ...rest] = [...inside, process.execPath, ...flags, ...serve];
      const started = spawn(command, rest, {
        stdio: ['pipe', 'pipe', 'pipe'],
        env: { ...process.env, ...env, GONGKAI_SMTP_URL: `smtp://127.0.0.1:${mailPort}` },
      });
      child = started;
      let said = '';
      await new Promise<void>((resolve, reject) => {
        const listen = (chunk: Buffer): void => {
          said = `${said}${chunk.toString()}`.slice(-4_000);
          if (said.includes('ready')) resolve();
        };
        started.stdout.on('data', listen);
        started.stderr.on('data', listen);
        started.once('exit', () => reject(new Error(`ended before it was ready:\n${said}`)));
      });
    },
  };
}
