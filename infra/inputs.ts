/** One hash over everything a build depends on: own sources, settings of tools, versions of packages. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = [
  'packages',
  'functions',
  'events',
  'infra',
  'test/bench',
  'test/budgets',
  'test/soak',
  'test/load',
  'test/infra',
];
const files = ['package.json', 'package-lock.json', 'cdk.json', 'tsconfig.json'];
const isInput = (path: string): boolean => !/\.test\.tsx?$|(?:^|\/)node_modules(?:\/|$)/.test(path);

export function hashOfInputs(root: string): string {
  const hash = createHash('sha256');
  for (const file of [...files, ...folders.flatMap((folder) => filesBelow(root, folder))])
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function filesBelow(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
      .filter(isInput)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
