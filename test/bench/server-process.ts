/** `gongkai trial` as a process of its own, with the flag that `npm start` gives it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
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
    ['--max-semi-space-size=8', program, 'trial', '--data', folder, '--port', String(port)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(child.stdout, 'data');
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

/** VmRSS of another process; Linux only, NaN elsewhere. */
function residentMb(pid: number): number {
  try {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Math.round(Number(line[1]) / 1024) : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
