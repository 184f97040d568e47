/**
 * `npm run soak`: 10,000 documents and 100 users against one `gongkai serve`; prints what it uses after every tenth,
 * and whether the last third used more than the middle third. `--documents`, `--samples`, `--json`. Exit 1: not flat.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judge, stretchesOf } from './judge.ts';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: { documents: { type: 'string' }, samples: { type: 'string' }, json: { type: 'boolean' } },
});
const folder = mkdtempSync(join(tmpdir(), 'gongkai-soak-'));
try {
  const curve = await soak({
    folder,
    program: fileURLToPath(new URL('gongkai.mjs', import.meta.url)),
    documents: Number(values.documents ?? 10_000),
    samples: Number(values.samples ?? 10),
    told: (sample) => {
      if (!values.json) console.log(JSON.stringify(sample));
    },
  });
  const verdicts = judge(curve);
  if (values.json) process.stdout.write(`${JSON.stringify({ curve: stretchesOf(curve), verdicts })}\n`);
  else {
    console.table(stretchesOf(curve));
    console.table(verdicts);
  }
  process.exitCode = verdicts.every((v) => v.flat) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
