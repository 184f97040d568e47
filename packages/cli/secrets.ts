/** The county's link key. On one machine a file only its owner may read; made once, never printed. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function linkKey(folder: string): Uint8Array {
  const file = join(folder, 'link.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  return readFileSync(file);
}
