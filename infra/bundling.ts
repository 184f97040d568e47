/**
 * Bundles the functions for Lambda, each with everything inside. What a function imports only when it needs it
 * (signing, a mail server) lies in files of its own that a cold start does not read.
 */
import { cpSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { build, type Metafile } from 'esbuild';
import { type FunctionName, functionNames } from './constructs/function-names.ts';
import {
  chineseFont,
  esbuildOptions,
  pdfiumWasm,
  readingParts,
  readingWorker,
  redactionWorker,
  root,
  workbookWorker,
} from './esbuild-options.ts';
import type { CodeOf } from './publishing-stack.ts';

/** Functions that read files; a redacted copy is read back. */
const readers: ReadonlySet<FunctionName> = new Set(['read-document', 'redact-document']);
/** Functions that draw pages: into copies, and for reviewers. */
const drawers: ReadonlySet<FunctionName> = new Set(['redact-document', 'portal']);

/**
 * Lambda gives a function its credentials in the environment. What the SDK would load to find them elsewhere is left
 * out: it is half a megabyte, and parts what the rest shares with it into a dozen files.
 */
const otherCredentials = [
  ...['http', 'ini', 'process', 'sso', 'web-identity'].map((name) => `@aws-sdk/credential-provider-${name}`),
  '@smithy/credential-provider-imds',
];

/** Bundles all functions into dist/functions, and answers where each one's code is. */
export async function bundleFunctions(): Promise<CodeOf> {
  const out = `${root}dist/functions`;
  await Promise.all(functionNames.map((name) => bundleFunction(name, out)));
  return (name) => Code.fromAsset(`${out}/${name}`);
}

const interpretedParsers = 'packages/platform/aws/interpreted-parsers.ts';

/** Into `<folder>/<name>`, whose `index.mjs` exports the handler. */
export async function bundleFunction(name: FunctionName, folder: string): Promise<Metafile> {
  const outdir = `${folder}/${name}`;
  const [reads, draws] = [readers.has(name), drawers.has(name)];
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    ...esbuildOptions,
    minify: true,
    splitting: true,
    inject: [interpretedParsers],
    metafile: true,
    external: otherCredentials,
    outdir,
    entryPoints: [
      { in: `functions/${name}/handler.ts`, out: 'index' },
      ...(reads ? [{ in: readingWorker, out: 'reading-worker' }] : []),
      ...(draws ? [{ in: redactionWorker, out: 'redaction-worker' }] : []),
      ...(name === 'portal' ? [{ in: workbookWorker, out: 'workbook-worker' }] : []),
    ],
  });
  if (reads) for (const [part, file] of Object.entries(readingParts)) cpSync(file, `${outdir}/${part}`);
  if (draws) {
    cpSync(pdfiumWasm, `${outdir}/${basename(pdfiumWasm)}`);
    cpSync(chineseFont, `${outdir}/${basename(chineseFont)}`);
  }
  return metafile;
}
