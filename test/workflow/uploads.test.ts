import { describe, expect, it } from 'vitest';
import { createReceiveUpload } from '@gongkai/functions/receive-upload/receive-upload.ts';
import { submitForm } from '@gongkai/functions/portal/upload/submit-form.ts';
import { loadOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { documents, tasks } from '@gongkai/functions/shared/stores.ts';
import { inboxKey } from '@gongkai/events/upload.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { openTestTrial } from '../support/trial.ts';

const text = Buffer.from(officialDocuments[0]!.text);

describe('upload events', () => {
  it('start one workflow each, though every event comes three times and out of order', async () => {
    const { place } = await openTestTrial();
    const { deps } = place;
    const clerk = (await loadOrganisation(deps)).person('civil-affairs-clerk')!;
    const events: unknown[] = [];
    for (let i = 0; i < 5; i++) {
      const { documentId, revision } = await submitForm(deps, {
        person: clerk,
        form: {
          title: `第 ${i} 份`,
          attribute: 'public',
          catalogueItem: 'policy-documents',
          needsInterpretation: false,
        },
        files: [
          { name: 'a.txt', size: text.length },
          { name: 'b.txt', size: text.length },
        ],
      });
      for (const slot of [0, 1]) {
        const key = inboxKey(documentId, revision, slot);
        await deps.files.put('inbox', key, text, { contentType: 'application/octet-stream' });
        const event = { detail: { object: { key, size: text.length, sequencer: String(slot) } } };
        events.push(event, event, event);
      }
    }
    const receive = createReceiveUpload(deps);
    for (const event of events.toReversed()) await receive(event);
    await place.settle();
    await Promise.all(events.map((event) => receive(event)));
    await place.settle();

    const { items } = await documents(deps.table).query('documents-by-department', {
      partition: 'civil-affairs',
      limit: 100,
    });
    expect(items.map((d) => d.state)).toEqual(Array(5).fill('in-review'));
    for (const document of items) {
      const open = await tasks(deps.table).query('tasks-by-subject', { partition: document.id, limit: 10 });
      expect(open.items.map((t) => t.task)).toEqual(['confirm-attribute']);
    }
    expect((await deps.workflow.list('publication', { limit: 100 })).items).toHaveLength(5);
  });
});
