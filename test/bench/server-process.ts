/** `gongkai serve` as a process of its own, with the flag that `npm run serve` gives it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./gongkai.mjs', import.meta.url));

export interface ServerProcess {
  readyMs: number;
  memoryMb: () => number;
  stop: () => Promise<void>;
}

export async function startServer(folder: string, port: number): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=8', program, 'serve', '--data', folder, '--port', String(port)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      // Nobody is there; nothing that is measured sends mail.
      env: { ...process.env, GONGKAI_SMTP_URL: 'smtp://127.0.0.1:9' },
    },
  );
  await untilReady(child.stdout);
  const readyMs = performance.now() - started;
  return {
    readyMs,
    memoryMb: () => residentMb(child.pid!),
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** The lines before it are its log; whatever follows is read and forgotten, or it would wait. */
async function untilReady(output: Readable): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const lines = createInterface(output);
  lines.on('line', (line) => line.startsWith('ready') && resolve());
  lines.once('close', () => reject(new Error('the server ended before it was ready')));
  await promise;
}

/** VmRSS of another process; Linux only, NaN elsewhere. */
function residentMb(pid: number): number {
  try {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Math.round(Number(line[1]) / 1024) : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
