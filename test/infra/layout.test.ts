import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = globSync('{packages,functions,events,infra,test}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
});

describe('the layout', () => {
  it('imports zod as a namespace everywhere: the named import bundles five times as much', () => {
    const named = sources.filter((file) =>
      /import \{[^}]*\} from 'zod'/.test(readFileSync(root + file, 'utf8')),
    );
    expect(named).toEqual([]);
  });

  it('gives every function a folder with its handler and a function of the same name', () => {
    const apps = new Set(['portal', 'site']);
    // The site's pages, beside the index.
    const borrowed = new Set(['search']);
    const folders = readdirSync(`${root}functions`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'shared' && entry.name !== 'node_modules')
      .map((entry) => entry.name);
    const main = (name: string): string => (apps.has(name) ? 'app.tsx' : `${name}.ts`);
    const missing = [
      ...folders.map((name) => `functions/${name}/handler.ts`),
      ...folders.filter((name) => !borrowed.has(name)).map((name) => `functions/${name}/${main(name)}`),
    ].filter((file) => !existsSync(root + file));
    expect(missing).toEqual([]);
  });

  it('keeps handlers at 30 lines', () => {
    const long = sources
      .filter((file) => file.endsWith('/handler.ts'))
      .filter((file) => readFileSync(root + file, 'utf8').split('\n').length > 31);
    expect(long).toEqual([]);
  });
});
