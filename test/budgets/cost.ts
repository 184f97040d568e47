/** What a document costs, and what the clock costs whether there are documents or not. */
import { type FunctionName, functionNames } from '@gongkai/infra/constructs/function-names.ts';
import type { DocumentCounts } from './plain-document.ts';
import { type Priced, prices } from './prices.ts';
import type { Deployed } from './template.ts';

/** How much of each priced thing. */
export type Amounts = Record<Priced, number>;

/** Not measured here, and generous: a step waits some 10 ms for each of its calls. */
export const assumed = {
  secondsPerStep: 0.3,
  secondsPerSweep: 1,
  readUnitsPerSweep: 50,
  /** Form, hand-in, a look at the state; for each review the link, the page, the decision. */
  portalRequests: 12,
} as const;

const nothing = Object.fromEntries(Object.keys(prices).map((name) => [name, 0])) as Amounts;
const roundUp = (amount: number, step: number): number => Math.ceil(amount / step) * step;

interface Plain {
  transitions: number;
  calls: readonly FunctionName[];
}

/** Rounded up where a change of wording would change it. */
export function documentAmounts(
  { transitions, calls }: Plain,
  counts: DocumentCounts,
  functions: Deployed,
): Amounts {
  const invoked = [
    'receive-upload' as const,
    ...calls,
    ...Array.from({ length: assumed.portalRequests }, () => 'portal' as const),
  ];
  const memoryGb = invoked.reduce((sum, name) => sum + functions[name].memoryGb, 0);
  return {
    ...nothing,
    transition: transitions,
    mail: counts.mails,
    gigabyteSecond: roundUp(memoryGb * assumed.secondsPerStep, 0.1),
    invocation: invoked.length,
    writeUnit: counts.itemUnits + counts.indexUnits,
    readUnit: roundUp(counts.readUnits + invoked.length * counts.organisationUnits, 50),
    tableGigabyteMonth: (roundUp(counts.storedBytes, 10_000) * 12) / 1e9,
    // The upload itself is a request, too.
    filePut: counts.filePuts + 1,
    fileGet: counts.fileGets,
    fileGigabyteMonth: (roundUp(counts.fileBytes, 100_000) * 12) / 1e9,
    apiRequest: assumed.portalRequests,
  };
}

export function clockAmounts(functions: Deployed): Amounts {
  const all = functionNames.map((name) => functions[name]);
  const runs = all.reduce((sum, f) => sum + f.runsPerYear, 0);
  return {
    ...nothing,
    scheduledRun: runs,
    invocation: runs,
    gigabyteSecond: all.reduce((sum, f) => sum + f.runsPerYear * f.memoryGb * assumed.secondsPerSweep, 0),
    readUnit: runs * assumed.readUnitsPerSweep,
  };
}

export const plus = (a: Amounts, b: Amounts, times = 1): Amounts =>
  Object.fromEntries(names.map((name) => [name, a[name] + b[name] * times])) as Amounts;

export const names = Object.keys(prices) as Priced[];
export const usd = (amounts: Amounts, name: Priced): number => amounts[name] * prices[name];
export const totalUsd = (amounts: Amounts): number =>
  names.reduce((sum, name) => sum + usd(amounts, name), 0);
