/** The county's link key. On one machine a file only its owner may read; made once, never printed. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFile } from './whole-file.ts';

export function linkKey(folder: string): Uint8Array {
  const file = join(folder, 'link.key');
  if (!existsSync(file)) createFile(file, randomBytes(32));
  return readFileSync(file);
}
