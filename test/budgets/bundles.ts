/** What a cold start of each function reads, and which SDK clients are in it. */
import type { Metafile } from 'esbuild';
import { bundleFunction } from '@gongkai/infra/bundling.ts';
import { type FunctionName, functionNames } from '@gongkai/infra/constructs/function-names.ts';

export interface Bundle {
  name: FunctionName;
  file: string;
  /** Of the entry and all it imports statically, minified. */
  bytes: number;
  /** `dynamodb`, `s3`, … */
  clients: string[];
}

export const bundleAll = (folder: string): Promise<Bundle[]> =>
  Promise.all(
    functionNames.map(async (name) => {
      const { outputs } = await bundleFunction(name, folder);
      const read = readAtStart(outputs);
      const inputs = read.flatMap((path) => Object.keys(outputs[path]!.inputs));
      return {
        name,
        file: `${folder}/${name}/index.mjs`,
        bytes: read.reduce((sum, path) => sum + outputs[path]!.bytes, 0),
        clients: [
          ...new Set(inputs.flatMap((path) => /@aws-sdk\/client-([a-z0-9-]+)\//.exec(path)?.[1] ?? [])),
        ].sort(),
      };
    }),
  );

function readAtStart(outputs: Metafile['outputs']): string[] {
  const read = new Set<string>();
  const visit = (path: string): void => {
    if (read.has(path)) return;
    read.add(path);
    for (const imported of outputs[path]!.imports)
      if (imported.kind === 'import-statement' && outputs[imported.path]) visit(imported.path);
  };
  visit(Object.keys(outputs).find((path) => path.endsWith('/index.mjs'))!);
  return [...read];
}
