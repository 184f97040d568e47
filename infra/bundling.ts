/** Bundles the functions for Lambda: one file each, everything inside, all in one run of esbuild. */
import { cpSync, rmSync } from 'node:fs';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { type FunctionName, functionNames } from './constructs/function-names.ts';
import { esbuildOptions, pdfiumWasm, pdfWorker, root } from './esbuild-options.ts';
import type { CodeOf } from './publishing-stack.ts';

const out = `${root}dist/functions`;

/** Functions that read files. */
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
  for (const name of readers) cpSync(pdfiumWasm, `${out}/${name}/pdfium.wasm`);
  return (name) => Code.fromAsset(`${out}/${name}`);
}
