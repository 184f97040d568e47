/** What a kill left half written. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Another process (the command line beside the server) may be writing right now. */
const forgottenAfterMs = 3_600_000;

export function emptyTemporary(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > forgottenAfterMs) rmSync(path, { force: true });
  }
}
