/** `npm run budgets`: prints every budget, exits 1 when one is over. `--write-cost` writes docs/cost.md. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '@gongkai/infra/esbuild-options.ts';
import { bundleAll } from './bundles.ts';
import { clockAmounts, documentAmounts } from './cost.ts';
import { costPage } from './cost-page.ts';
import { importTimes } from './imports.ts';
import { exemptInSize, isCompared, limits } from './limits.ts';
import { plainDocuments } from './plain-document.ts';
import { plainWalk } from './plain-walk.ts';
import { deployed } from './template.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-budgets-'));
let over = 0;
const judge = (within: boolean): string => {
  if (!within) over++;
  return within ? '' : 'over';
};

try {
  const functions = deployed();
  const plain = await plainWalk();
  const [counts] = await plainDocuments(join(folder, 'place'), [40]);
  if (process.argv.includes('--write-cost')) {
    const page = costPage(documentAmounts(plain, counts!, functions), clockAmounts(functions));
    writeFileSync(`${root}docs/cost.md`, page);
    console.log('docs/cost.md is written');
  } else {
    const units = counts!.itemUnits + counts!.indexUnits;
    console.log('A plain public document');
    console.table([
      row('transitions', plain.transitions, limits.transitions),
      row('writes', counts!.writes, limits.writes),
      row('write units', units, limits.writeUnits),
    ]);
    const bundles = await bundleAll(folder);
    const times = await importTimes(bundles, functions, folder);
    console.log('Functions: what a cold start loads, and how long that takes');
    console.table(
      bundles.map(({ name, bytes, clients }, i) => {
        const limit = clients.length > 0 ? limits.startBytes : limits.startBytesWithoutClient;
        const { milliseconds, ratio } = times[i]!;
        return {
          function: name,
          clients: clients.join(' '),
          KB: Math.round(bytes / 1000),
          ms: Math.round(milliseconds),
          'to empty': ratio.toFixed(2),
          size: exemptInSize.has(name) ? 'exempt' : judge(bytes <= limit),
          import: isCompared(clients) ? judge(ratio <= limits.importRatio) : '',
        };
      }),
    );
    console.log(over === 0 ? 'Everything is within its budget.' : `${over} over budget.`);
    if (over > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function row(what: string, is: number, limit: number) {
  return { what, is, limit, over: judge(is <= limit) };
}
