/** Whole files or none: written beside, then renamed into place. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Up to here a blocking write (0.15 ms) is cheaper than the thread pool's (0.34 ms of processor). */
const smallBytes = 256 * 1024;

/**
 * `durable`: the bytes are on the disk before this returns. The rename itself may be lost with the power, as the
 * last commits of the database may.
 */
export async function writeFile(
  path: string,
  temporary: string,
  body: Uint8Array | string,
  durable: boolean,
): Promise<void> {
  const beside = join(temporary, randomUUID());
  if (!durable && body.length <= smallBytes) {
    try {
      writeFileSync(beside, body);
      moveInto(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
    return;
  }
  try {
    await writeOut(beside, body, durable);
    moveInto(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function writeOut(path: string, body: Uint8Array | string, durable: boolean): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(body);
    if (durable) await file.datasync();
  } finally {
    await file.close();
  }
}

/** Makes the folder when it is missing; again when a delete removed it, empty, in between. */
export function moveInto(from: string, to: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!isMissing(error) || tries === 5) throw error;
      mkdirSync(dirname(to), { recursive: true });
    }
  }
}

export const isMissing = (error: unknown): boolean => {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
};
