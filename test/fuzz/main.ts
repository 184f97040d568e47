/** `npm run fuzz -- --count 5000 --seed 1`: mutated files of every format, read as uploads are; exit code 1 on a fault. */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
});
const began = performance.now();
const { files, read, refused, perFormat, faults, slowestMs, peakMb } = await fuzz(
  Number(values.count),
  Number(values.seed),
  (done) => {
    if (done % 500 === 0) console.log(`${done} files, ${Math.round((performance.now() - began) / 1000)} s`);
  },
);
console.log(`${files} files from seed ${values.seed}: ${read} read, ${files - read} refused`);
console.log(
  `  refused: ${Object.entries(refused)
    .map(([code, n]) => `${code} ${n}`)
    .join(', ')}`,
);
console.log(
  `  formats: ${Object.entries(perFormat)
    .map(([format, n]) => `${format} ${n}`)
    .join(', ')}`,
);
console.log(
  `  slowest ${Math.round(slowestMs)} ms, largest reading process ${peakMb === undefined ? 'not told' : `${Math.round(peakMb)} MB`}`,
);
for (const { seed, format, mutation, what } of faults)
  console.log(`fault, seed ${seed} (${format}, ${mutation}): ${what}`);
process.exit(faults.length > 0 ? 1 : 0);
