/**
 * What it takes a fresh process to import each function, in milliseconds of processor time, against an empty handler
 * with the same SDK clients, bundled as people do: one minified file. The best of several rounds counts: neighbours
 * on the machine only ever add.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { esbuildOptions, root } from '@gongkai/infra/esbuild-options.ts';
import type { Bundle } from './bundles.ts';
import type { Deployed } from './template.ts';

export interface ImportTime {
  name: string;
  milliseconds: number;
  /** To the empty handler. */
  ratio: number;
}

const rounds = 15;
const clientClass: Record<string, string> = {
  dynamodb: 'DynamoDBClient',
  s3: 'S3Client',
  sfn: 'SFNClient',
  sesv2: 'SESv2Client',
  'secrets-manager': 'SecretsManagerClient',
};

export async function importTimes(
  bundles: readonly Bundle[],
  functions: Deployed,
  folder: string,
): Promise<ImportTime[]> {
  const empty = new Map<string, string>();
  for (const { clients } of bundles)
    if (!empty.has(clients.join())) empty.set(clients.join(), await emptyHandler(clients, folder));
  const best = new Map<string, number>();
  const measure = async (file: string, env: Record<string, string>): Promise<void> => {
    best.set(file, Math.min(best.get(file) ?? Infinity, await importOnce(file, env)));
  };
  for (let round = 0; round < rounds; round++) {
    for (const file of empty.values()) await measure(file, {});
    for (const { name, file } of bundles) await measure(file, withoutSecrets(functions[name].environment));
  }
  return bundles.map(({ name, file, clients }) => ({
    name,
    milliseconds: best.get(file)!,
    ratio: best.get(file)! / best.get(empty.get(clients.join())!)!,
  }));
}

async function emptyHandler(clients: readonly string[], folder: string): Promise<string> {
  const imports = clients.map((c) => `import { ${clientClass[c]} } from '@aws-sdk/client-${c}';`);
  const made = clients.map((c) => `new ${clientClass[c]}()`);
  const outfile = `${folder}/empty-${clients.join('-')}.mjs`;
  await build({
    ...esbuildOptions,
    minify: true,
    outfile,
    stdin: {
      contents: `${imports.join('\n')}\nconst clients = [${made.join(', ')}];\nexport const handler = async () => clients.length;`,
      resolveDir: root,
    },
  });
  return outfile;
}

/** The key of links comes over the network at start: that is not the bundle's doing. */
const withoutSecrets = (environment: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => name !== 'LINK_KEY_SECRET_ARN'));

const script = `
  const before = process.cpuUsage();
  await import(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
  process.exit(0);`;

async function importOnce(file: string, env: Record<string, string>): Promise<number> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script, file],
    {
      env: { PATH: process.env['PATH'], AWS_REGION: 'us-east-1', ...env },
    },
  );
  return Number(stdout.trim().split('\n').at(-1));
}
