/** The demo county a year on, with one more document under review: every page there is has something on it. */
import { demoStart, runDemo } from '@gongkai/cli/demo.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { handIn } from '@gongkai/cli/driver.ts';
import type { Place } from '@gongkai/cli/place.ts';
import { documents } from '@gongkai/functions/shared/stores.ts';
import { type RunningCounty, serveTrial } from './county.ts';

async function markOneLapsed({ deps }: Place): Promise<void> {
  const { items } = await documents(deps.table).query('documents-by-state', {
    partition: 'published',
    limit: 1,
  });
  const documentId = items[0]!.id;
  await deps.workflow.start('validity', `${documentId}-validity-1`, {
    documentId,
    change: { state: 'lapsed', since: '2027-10-01', reason: '有效期满' },
    actor: { id: 'county-office-editor', name: '王审核', role: 'office-editor' },
  });
}

/** Stays up for the tests of one file. */
export const startDemoCounty = (): Promise<RunningCounty> =>
  serveTrial(demoStart, async (opened) => {
    await runDemo(opened, () => undefined);
    const { text, fileName } = officialDocuments.find((d) => d.id === 'subsidy-list')!;
    const sheet = '项目\t标准（元/月）\n城市低保\t720\n农村低保\t560\n';
    await handIn(opened.place, {
      clerk: 'civil-affairs-clerk',
      form: {
        title: '',
        attribute: 'public',
        catalogueItem: 'policy-documents',
        needsInterpretation: false,
      },
      files: [
        { name: fileName, body: Buffer.from(text) },
        { name: '附件1.标准.txt', body: Buffer.from(sheet) },
      ],
    });
    await markOneLapsed(opened.place);
    await opened.place.settle();
  });
