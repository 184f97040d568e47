/** What the set must reach: 98 % of each field, every mark, and no secrecy mark missed or seen where none is. */
import { fields } from './compare.ts';
import { accuracy, type Measured } from './measure.ts';

const floor = 0.98;
const everyOne = new Set<string>(['mark', 'secrecy']);

/** A person confirms them: what counts is that the right field is on offer. */
const proposalFloor = 0.9;

export const shortfalls = (measured: Measured): string[] => [
  ...fieldShortfalls(measured),
  ...(measured.proposals.among / measured.proposals.documents < proposalFloor
    ? ['the right field is too seldom among the proposals']
    : []),
];

const fieldShortfalls = (measured: Measured): string[] =>
  fields.flatMap((field) => {
    const share = accuracy(measured, { field });
    const needed = everyOne.has(field) ? 1 : floor;
    return share >= needed ? [] : [`${field} is below ${needed * 100} %: ${(share * 100).toFixed(2)} %`];
  });
