/** Plain public documents from upload to feed, three reviews included: what they cost the places that keep them. */
import { createCloudMail } from '@gongkai/platform/aws/mail.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { decideOpenTasks, handIn } from '@gongkai/cli/driver.ts';
import type { Place } from '@gongkai/cli/place.ts';
import { openTrial } from '@gongkai/cli/trial.ts';
import { countingFiles, type FileCounts, noFileCounts } from './counting-files.ts';
import { countingTable, noTableCounts, type TableCounts } from './counting-table.ts';

export type DocumentCounts = TableCounts & FileCounts & { mails: number };

/** Archive pages hold 20. A cycle that starts at 40, 90, 140, … sees parts of the sitemap (50) half full on average. */
const cycle = 20;

/**
 * The average of a cycle of documents, for each of `after` (how many are published by then, ascending); on a trial
 * place in `folder` that sends its mail as the cloud does.
 */
export async function plainDocuments(folder: string, after: readonly number[]): Promise<DocumentCounts[]> {
  const { place } = await openTrial(folder, 8080, {}, new Date('2026-09-21T01:00:00Z'));
  try {
    await place.buildSite();
    const counts: DocumentCounts = { ...noTableCounts(), ...noFileCounts(), mails: 0 };
    countInto(place, counts);
    const averages: DocumentCounts[] = [];
    let published = 0;
    for (const start of after) {
      for (; published < start; published++) await publishOne(place);
      // The organisation is read every few seconds: perhaps not within this cycle.
      const { organisationUnits } = counts;
      Object.assign(counts, noTableCounts(), noFileCounts(), { mails: 0, organisationUnits });
      for (; published < start + cycle; published++) await publishOne(place);
      averages.push(averageOf(counts));
    }
    return averages;
  } finally {
    await place.close();
  }
}

function countInto({ deps }: Place, counts: DocumentCounts): void {
  // The cloud writes lists at once.
  delete deps.behind;
  deps.table = countingTable(deps.table, counts);
  deps.files = countingFiles(deps.files, counts);
  const deliver = async (): Promise<void> => {
    counts.mails++;
  };
  deps.mail = createCloudMail({ table: deps.table, clock: deps.clock, deliver });
}

async function publishOne(place: Place): Promise<void> {
  await handIn(place, {
    clerk: 'civil-affairs-clerk',
    form: {
      title: '关于进一步做好高龄津贴发放工作的通知',
      attribute: 'public',
      catalogueItem: 'policy-documents',
      needsInterpretation: false,
    },
    files: [{ name: '通知.txt', body: Buffer.from(officialDocuments[0]!.text) }],
  });
  do await place.settle();
  while ((await decideOpenTasks(place, () => ({ outcome: 'approve' }))) > 0);
}

const averageOf = ({ organisationUnits, ...sums }: DocumentCounts): DocumentCounts => ({
  ...(Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, sum / cycle])) as Omit<
    DocumentCounts,
    'organisationUnits'
  >),
  organisationUnits,
});
