/** What was read against what a person reads, field by field. */
import { isDeepStrictEqual } from 'node:util';
import { contradictionsOf } from '@gongkai/reading/metadata/contradictions.ts';
import type { Read } from '@gongkai/reading/types.ts';
import type { Expected } from './labelled.ts';

export const fields = [
  'title',
  'documentNumber',
  'issuer',
  'writtenDate',
  'mark',
  'secrecy',
  'kind',
  'addressees',
  'signers',
  'urgency',
  'copiedTo',
  'printed',
  'attachments',
  'contradictions',
] as const;
export type Field = (typeof fields)[number];

export type Answers = Record<Field, unknown>;

/** A day after every document of the set: none is of the future. */
const today = '2026-11-30';

export function answersOf(read: Read): Answers {
  const { metadata, particulars } = read;
  return {
    ...metadata,
    secrecy: read.secrecy?.level ?? null,
    kind: particulars.kind?.value ?? null,
    addressees: particulars.addressees?.value ?? [],
    signers: particulars.signers?.value ?? [],
    urgency: particulars.urgency?.value ?? null,
    copiedTo: particulars.copiedTo?.value ?? [],
    printed: particulars.printed?.value ?? null,
    attachments: Object.fromEntries(particulars.attachments.map((a) => [a.value, a.inText])),
    contradictions: sortedOnce(contradictionsOf(read, { today, handedIn: [] }).map((c) => c.code)),
  };
}

const sortedOnce = (codes: readonly string[]): string[] => [...new Set(codes)].toSorted();

export const expectedAnswers = (expected: Expected): Answers => ({
  secrecy: null,
  kind: null,
  addressees: [],
  signers: [],
  urgency: null,
  copiedTo: [],
  printed: null,
  attachments: {},
  ...expected,
  contradictions: sortedOnce(expected.contradictions ?? []),
});

export interface Miss {
  document: string;
  format: string;
  field: Field;
  expected: unknown;
  got: unknown;
}

export const missesOf = (document: string, format: string, expected: Expected, read: Read): Miss[] => {
  const [wanted, got] = [expectedAnswers(expected), answersOf(read)];
  return fields
    .filter((field) => !isDeepStrictEqual(wanted[field], got[field]))
    .map((field) => ({ document, format, field, expected: wanted[field], got: got[field] }));
};
