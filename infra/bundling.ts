/** Bundles functions for Lambda: one file each, ESM, everything inside, all in one run of esbuild. */
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';
import { type FunctionName, functionNames } from './constructs/function-names.ts';
import type { CodeOf } from './publishing-stack.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}dist/functions`;

/** Some packages are CommonJS and ask for Node's own modules with `require`, which ESM does not have. */
const requireBanner =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

export const esbuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  // The AWS SDK's CommonJS files die in an ESM bundle.
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  charset: 'utf8',
  logLevel: 'warning',
  absWorkingDir: root,
  banner: { js: requireBanner },
} satisfies BuildOptions;

export const pdfWorker = 'packages/reading/pdf-worker.ts';
export const pdfiumWasm = 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm';

/** Functions that read files start the PDF worker beside them. */
const readers: readonly FunctionName[] = ['read-document'];

/** Bundles all functions into dist/functions, and answers where each one's code is. */
export function bundleFunctions(): CodeOf {
  rmSync(out, { recursive: true, force: true });
  buildSync({
    ...esbuildOptions,
    minify: true,
    outdir: out,
    entryPoints: [
      ...functionNames.map((name) => ({ in: `functions/${name}/handler.ts`, out: `${name}/index` })),
      ...readers.map((name) => ({ in: pdfWorker, out: `${name}/pdf-worker` })),
    ],
  });
  for (const name of readers) cpSync(`${root}${pdfiumWasm}`, `${out}/${name}/pdfium.wasm`);
  return (name) => Code.fromAsset(`${out}/${name}`);
}
