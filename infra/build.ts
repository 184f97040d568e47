/**
 * Builds dist/ for one machine: the state machines as JSON, the command line, the process that reads files, the
 * benchmark, the budgets.
 * Does nothing when no input has changed. `--quiet` prints nothing.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename } from 'node:path';
import {
  chineseFont,
  esbuildOptions,
  readingParts,
  readingWorker,
  redactionWorker,
  root,
  screeningWorker,
  workbookWorker,
} from './esbuild-options.ts';
import { hashOfInputs } from './inputs.ts';

const dist = `${root}dist`;
/** The command line. */
const program = 'gongkai';
const stamp = `${dist}/.inputs`;
const bundles = [
  { in: 'packages/cli/main.ts', out: program },
  { in: readingWorker, out: 'reading-worker' },
  { in: redactionWorker, out: 'redaction-worker' },
  { in: screeningWorker, out: 'screening-worker' },
  { in: workbookWorker, out: 'workbook-worker' },
  { in: 'test/bench/main.ts', out: 'bench' },
  { in: 'test/budgets/main.ts', out: 'budgets' },
  { in: 'test/soak/main.ts', out: 'soak' },
].filter((bundle) => existsSync(`${root}${bundle.in}`));
const outputs = [
  ...bundles.map((bundle) => `${bundle.out}.mjs`),
  ...Object.keys(readingParts),
  basename(chineseFont),
  'machines.json',
];

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
  const common = {
    ...esbuildOptions,
    outdir: dist,
    sourcemap: 'linked' as const,
    // What only tests, benchmark and budgets use stays in node_modules.
    external: [...developmentPackages(), 'aws-cdk-lib', 'constructs'],
  };
  const inPieces = new Set([program, 'bench']);
  const bundling = Promise.all([
    bundle({ ...common, entryPoints: bundles.filter((entry) => !inPieces.has(entry.out)) }),
    // The cloud's clients, more than half of it, are read by those who ask for the cloud; so are a benchmark's tools.
    bundle({
      ...common,
      entryPoints: bundles.filter((entry) => inPieces.has(entry.out)),
      splitting: true,
      chunkNames: `${program}-[hash]`,
      metafile: true,
    }),
  ]);
  writeFileSync(`${dist}/machines.json`, JSON.stringify(synthesisedMachines(), null, 1));
  for (const [name, file] of Object.entries(readingParts)) copyFileSync(file, `${dist}/${name}`);
  copyFileSync(chineseFont, `${dist}/${basename(chineseFont)}`);
  const [, { metafile }] = await bundling;
  deleteOldPieces(Object.keys(metafile.outputs));
}

/** Names carry hashes: every build makes others. */
function deleteOldPieces(made: readonly string[]): void {
  const current = new Set(made.map((path) => basename(path)));
  for (const name of readdirSync(dist))
    if (name.startsWith(`${program}-`) && !current.has(name)) rmSync(`${dist}/${name}`);
}

function developmentPackages(): string[] {
  const { devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return Object.keys(devDependencies);
}
