/** Reads the whole set in the given formats and counts what is right. */
import { readDocument } from '@gongkai/reading/read-document.ts';
import type { Read } from '@gongkai/reading/types.ts';
import { fields, type Miss, missesOf } from './compare.ts';
import { fieldOfDocument } from './documents/fields.ts';
import { readingSet } from './documents/index.ts';
import { formats } from './formats.ts';

export interface Measured {
  misses: Miss[];
  /** Files that were refused, which counts as every field missed. */
  refused: { document: string; format: string; message: string }[];
  documents: number;
  /** Files read for each format. */
  perFormat: Record<string, number>;
  /** Of the documents that belong to one of the 26 fields: the right one proposed first, and among the three. */
  proposals: { documents: number; first: number; among: number };
}

export async function measure(names: readonly string[] = Object.keys(formats)): Promise<Measured> {
  const measured: Measured = {
    misses: [],
    refused: [],
    documents: readingSet.length,
    perFormat: {},
    proposals: { documents: 0, first: 0, among: 0 },
  };
  for (const format of names)
    for (const document of readingSet) {
      const bytes = await formats[format]!(document);
      if (!bytes) continue;
      const read = await readDocument(bytes);
      measured.perFormat[format] = (measured.perFormat[format] ?? 0) + 1;
      if (read.ok) {
        measured.misses.push(...missesOf(document.id, format, document.expected, read));
        countProposals(measured.proposals, fieldOfDocument[document.id], read);
      } else measured.refused.push({ document: document.id, format, message: read.message });
    }
  return measured;
}

/** Share of right answers; a refused file answers nothing right. */
export const accuracy = (
  { misses, refused, perFormat }: Measured,
  where: { field?: string; format?: string },
): number => {
  const files =
    where.format === undefined
      ? Object.values(perFormat).reduce((a, b) => a + b, 0)
      : perFormat[where.format]!;
  const counted = where.field === undefined ? fields.length : 1;
  const of = <T extends { format: string }>(list: readonly T[]): T[] =>
    list.filter((one) => where.format === undefined || one.format === where.format);
  const wrong =
    of(misses).filter((m) => where.field === undefined || m.field === where.field).length +
    of(refused).length * counted;
  return 1 - wrong / (files * counted);
};

function countProposals(proposals: Measured['proposals'], field: string | undefined, read: Read): void {
  if (field === undefined) return;
  const at = read.particulars.fields.findIndex((candidate) => candidate.id === field);
  proposals.documents++;
  if (at === 0) proposals.first++;
  if (at >= 0) proposals.among++;
}
