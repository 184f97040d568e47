/** `npm run bench:reading`: how much of the labelled set is read right, per field and per format, and every miss. */
import { accuracy, measure } from './measure.ts';
import { fields } from './compare.ts';
import { shortfalls } from './floors.ts';

const only = process.argv.slice(2).filter((a) => !a.startsWith('-'));
const measured = await measure(only.length > 0 ? only : undefined);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);
const files = Object.values(measured.perFormat).reduce((a, b) => a + b, 0);

console.log(`${measured.documents} documents, ${files} files`);
for (const field of fields) console.log(`  ${field.padEnd(16)}${percent(accuracy(measured, { field }))}`);
for (const [format, count] of Object.entries(measured.perFormat))
  console.log(`  ${format.padEnd(16)}${percent(accuracy(measured, { format }))}  ${count} files`);
const { documents, first, among } = measured.proposals;
console.log(
  `  field proposed  ${percent(first / documents)} first, ${percent(among / documents)} among three (of ${documents})`,
);
const refusals = Map.groupBy(measured.refused, ({ format, message }) => `${format}: ${message}`);
for (const [reason, files] of refusals)
  console.log(
    `refused ${files.length} as ${reason} ${files.length < 5 ? files.map((f) => f.document).join(', ') : ''}`,
  );
for (const { document, format, field, expected, got } of measured.misses)
  console.log(`${document} (${format}) ${field}: ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`);
const short = shortfalls(measured);
for (const sentence of short) console.log(sentence);
process.exit(short.length > 0 ? 1 : 0);
