/**
 * Builds dist/ for one machine: the state machines as JSON, the command line, the PDF worker, the benchmark,
 * the budgets.
 * Does nothing when no input has changed. `--quiet` prints nothing.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { esbuildOptions, pdfiumWasm, pdfWorker, root } from './esbuild-options.ts';
import { hashOfInputs } from './inputs.ts';

const dist = `${root}dist`;
const stamp = `${dist}/.inputs`;
const bundles = [
  { in: 'packages/cli/main.ts', out: 'gongkai' },
  { in: pdfWorker, out: 'pdf-worker' },
  { in: 'test/bench/main.ts', out: 'bench' },
  { in: 'test/budgets/main.ts', out: 'budgets' },
].filter((bundle) => existsSync(`${root}${bundle.in}`));
const outputs = [...bundles.map((bundle) => `${bundle.out}.mjs`), 'pdfium.wasm', 'machines.json'];

const started = performance.now();
const say = (text: string): void => {
  if (!process.argv.includes('--quiet'))
    console.log(`${text} (${Math.round(performance.now() - started)} ms)`);
};

const hash = hashOfInputs(root);
const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (built === hash && outputs.every((file) => existsSync(`${dist}/${file}`))) say('dist is up to date');
else {
  await build();
  writeFileSync(stamp, hash);
  say(`built ${outputs.map((file) => `dist/${file}`).join(', ')}`);
}

async function build(): Promise<void> {
  mkdirSync(dist, { recursive: true });
  const [{ build: bundle }, { synthesisedMachines }] = await Promise.all([
    import('esbuild'),
    import('./machines.ts'),
  ]);
  const bundling = bundle({
    ...esbuildOptions,
    outdir: dist,
    entryPoints: bundles,
    sourcemap: 'linked',
    // What only tests, benchmark and budgets use stays in node_modules.
    external: [...developmentPackages(), 'aws-cdk-lib', 'constructs'],
  });
  writeFileSync(`${dist}/machines.json`, JSON.stringify(synthesisedMachines(), null, 1));
  copyFileSync(pdfiumWasm, `${dist}/pdfium.wasm`);
  await bundling;
}

function developmentPackages(): string[] {
  const { devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return Object.keys(devDependencies);
}
