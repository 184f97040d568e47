/** Small files of the data folder are there whole or not at all, whenever the process is killed. */
import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';

export function replaceFile(file: string, content: string): void {
  const beside = `${file}.${randomUUID()}`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}

/** Owner-only. Leaves a file that is there already as it is. */
export function createFile(file: string, content: Uint8Array): void {
  const beside = `${file}.${randomUUID()}`;
  writeFileSync(beside, content, { mode: 0o600 });
  try {
    linkSync(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(beside);
  }
}
