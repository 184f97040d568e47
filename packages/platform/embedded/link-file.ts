/** A copy that costs nothing: files are only ever replaced, never written into, so two names may share the bytes. */
import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { moveInto } from './write-file.ts';

/** Not across disks, not on every file system, not without end: then the bytes are copied. */
const cannotLink = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

export function linkFile(from: string, to: string, temporary: string): void {
  const beside = join(temporary, randomUUID());
  try {
    linkSync(from, beside);
  } catch (error) {
    if (!cannotLink.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(from, beside, constants.COPYFILE_FICLONE);
  }
  moveInto(beside, to);
  // Renaming onto another name of the same bytes does nothing, and leaves the first name.
  rmSync(beside, { force: true });
}
