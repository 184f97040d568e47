/** The command line as scripts use it: the built program, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const program = fileURLToPath(new URL('../../dist/gongkai.mjs', import.meta.url));

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

const start = (args: readonly string[], cwd?: string): ChildProcess =>
  spawn(process.execPath, [program, ...args], { stdio: 'pipe', ...(cwd ? { cwd } : {}) });

export async function gongkai(
  args: readonly string[],
  { input = '', cwd }: { input?: string | Uint8Array; cwd?: string } = {},
): Promise<Ran> {
  const child = start(args, cwd);
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin!.on('error', () => undefined);
  child.stdin!.end(input);
  const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')]);
  return { code: child.exitCode, out, err };
}

/** One parsed value per line: JSON Lines and nothing else. */
export const linesOf = ({ out }: Ran): unknown[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

/** A server that says it is ready; ended with the test. */
export async function serving(args: readonly string[]): Promise<{ stop: () => Promise<void> }> {
  const child = start(args);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  onTestFinished(stop);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready')) resolve();
    });
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', () => reject(new Error(`ended before it was ready:\n${said}`)));
  });
  return { stop };
}
