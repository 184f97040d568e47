/** `npm run bench:screening`: recall and precision of screening on the labelled set, for each kind. `--faults` names them. */
import { score } from './score.ts';
import { labelledDocuments } from './documents.ts';

/** What must never go out unseen. */
const blocking = new Set([
  'identity-number',
  'bank-card',
  'account-number',
  'certificate-number',
  'mobile-phone',
]);
const least = { recall: 0.995, precision: 0.97 };

const documents = labelledDocuments();
const { kinds, entities, decoys, faults } = score(documents, '2026-11-25');
const percent = (part: number, whole: number): string =>
  `${((part / Math.max(1, whole)) * 100).toFixed(2)} %`.padStart(9);
process.stdout.write(`${documents.length} documents, ${entities} entities, ${decoys} decoys\n`);
process.stdout.write(`${'kind'.padEnd(20)} labelled  found  wrong    recall precision\n`);
let failed = false;
for (const [kind, { labelled, found, wrong }] of [...kinds].sort(([a], [b]) => a.localeCompare(b))) {
  process.stdout.write(
    `${kind.padEnd(20)} ${String(labelled).padStart(8)} ${String(found).padStart(6)} ${String(wrong).padStart(6)} ${percent(found, labelled)} ${percent(found, found + wrong)}\n`,
  );
  if (blocking.has(kind) && (found < labelled * least.recall || found < (found + wrong) * least.precision))
    failed = true;
}
if (process.argv.includes('--faults')) for (const fault of faults) process.stdout.write(`${fault}\n`);
if (failed) {
  process.stdout.write(`Below ${least.recall * 100} % recall or ${least.precision * 100} % precision.\n`);
  process.exitCode = 1;
}
