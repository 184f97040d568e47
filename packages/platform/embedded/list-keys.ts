/** Keys under a folder in the order S3 lists them: bytewise over the whole key. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMissing } from './write-file.ts';

/** At most `limit` keys that begin with `prefix` and come after `after`. Reads only folders that may hold some. */
export function listKeys(root: string, prefix: string, after = '', limit = Infinity): string[] {
  const keys: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of entries(join(root, folder))) {
      if (keys.length >= limit) return;
      const key = folder + entry;
      if (!entry.endsWith('/')) {
        if (key.startsWith(prefix) && key > after) keys.push(key);
      } else if (mayHold(key, prefix, after)) walk(key);
    }
  };
  // A prefix may end inside a name: begin in its folder. A climbing one matches nothing.
  const start = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  if (start.split('/').every((s) => s !== '..' && s !== '.')) walk(start);
  return keys;
}

const mayHold = (folder: string, prefix: string, after: string): boolean =>
  (folder.startsWith(prefix) || prefix.startsWith(folder)) && (folder > after || after.startsWith(folder));

/** Folders carry their slash, and sort with it: `a-b` before `a/b` before `a0`. */
function entries(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
