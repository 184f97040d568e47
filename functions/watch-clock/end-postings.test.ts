import { expect, it } from 'vitest';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { documentItem } from '../../test/support/in-review.ts';
import { memoryDeps } from '../../test/support/memory-deps.ts';
import { documents } from '../shared/stores.ts';
import { endPostings } from './end-postings.ts';
import { nextDue } from './next-due.ts';

const posted = (id: string, until: string, state: GovDocument['state'] = 'published') => {
  const item = documentItem({ id, state });
  const posting = { ground: '社会救助暂行办法第十一条', until };
  return { ...item, declared: { ...item.declared, posting } };
};

it('takes a posted list down from the day after its end, and once', async () => {
  const deps = memoryDeps('2026-03-10T15:59:00Z');
  for (const item of [posted('ending', '2026-03-10'), posted('later', '2026-03-11')])
    await documents(deps.table).createOnce(item);
  await endPostings(deps);
  expect(deps.starts).toEqual([]);

  deps.setNow('2026-03-10T16:00:00Z');
  await endPostings(deps);
  await endPostings(deps);
  expect(deps.starts).toEqual([
    {
      machine: 'withdrawal',
      name: 'ending-withdrawal',
      input: {
        documentId: 'ending',
        reason: '公示期满（依据 社会救助暂行办法第十一条）',
        actor: { id: 'system', name: '系统', role: 'system' },
      },
    },
  ]);
});

it('leaves alone what is not public yet, or not any more, or not posted', async () => {
  const deps = memoryDeps('2026-03-20T01:00:00Z');
  const { declared: _, ...others } = posted('plain', '2026-03-10');
  for (const item of [
    posted('in-review', '2026-03-10', 'in-review'),
    posted('withdrawn', '2026-03-10', 'withdrawn'),
    { ...others, declared: documentItem().declared },
  ])
    await documents(deps.table).createOnce(item);
  await endPostings(deps);
  expect(deps.starts).toEqual([]);
  expect(await nextDue(deps)).toBeUndefined();
});

it('lets a moved clock stop at the first end', async () => {
  const deps = memoryDeps('2026-03-02T01:00:00Z');
  for (const item of [posted('later', '2026-03-11'), posted('ending', '2026-03-10')])
    await documents(deps.table).createOnce(item);
  expect(await nextDue(deps)).toEqual(new Date('2026-03-10T16:00:00Z'));
});
