/** A checkout of its own to take defences away in. Packages are those of the original; the product's own are the copy's. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../support/security-table.ts';

const original = fileURLToPath(root);
/** Links of npm's workspaces; they are relative, so the same links lead into the copy. */
const workspaces = '@gongkai';

/** Everything git knows or would take, and what was built. Returns the folder. */
export function copyCheckout(): string {
  const copy = mkdtempSync(join(tmpdir(), 'gongkai-defences-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: original,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter((f) => f !== '' && existsSync(join(original, f)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(original, file), join(copy, file));
  }
  cpSync(join(original, 'dist'), join(copy, 'dist'), { recursive: true });
  const modules = join(copy, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(original, 'node_modules'))) {
    const from = join(original, 'node_modules', name);
    if (name === workspaces) cpSync(from, join(modules, name), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(from, join(modules, name));
  }
  return copy;
}
