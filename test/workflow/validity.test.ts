import { expect, it } from 'vitest';
import type { Validity } from '@gongkai/domain/validity.ts';
import { verifies } from '@gongkai/domain/history.ts';
import { peopleOf, textOf } from '../support/people.ts';
import { openTestTrial } from '../support/trial.ts';

const actor = { id: 'county-office-editor', name: '王审核', role: 'office-editor' };

/** An old document and the new one, both public. */
async function twoPublished() {
  const opened = await openTestTrial();
  const people = peopleOf(opened);
  const { place } = opened;
  const old = await people.handIn(textOf('care-allowance'));
  await people.approveAll(old);
  const next = await people.handIn(
    textOf('care-allowance').replaceAll('31号', '45号').replaceAll('进一步', '继续'),
  );
  await people.approveAll(next);
  let count = 0;
  const mark = async (id: string, state: Validity, successor?: string): Promise<void> => {
    const change = {
      state,
      since: '2026-09-21',
      reason: '按年度清理结果',
      ...(successor ? { successor } : {}),
    };
    await place.deps.workflow.start('validity', `${id}-validity-${++count}`, {
      documentId: id,
      change,
      actor,
    });
    await place.settle();
  };
  const page = async (id: string) => people.publicPage((await people.document(id)).publication!.path);
  return { place, people, old, next, mark, page };
}

it('marks a repealed document on its page, in lists, feeds and data, and links it with what replaces it', async () => {
  const { people, old, next, mark, page } = await twoPublished();
  const untouched = await people.publicPage('columns/policies/page-1.html');
  await mark(old, 'repealed', next);
  expect(await page(old)).toContain('本文件已废止');
  expect(await page(old)).toContain(`documents/${next}.html`);
  expect(await page(next)).toContain('本文件修改、废止或替代的文件');
  expect(await page(next)).toContain(`documents/${old}.html`);
  for (const list of [
    'all/index.html',
    'columns/policies/index.html',
    'departments/civil-affairs/page-1.html',
  ])
    expect(await people.publicPage(list)).toContain('已废止');
  expect(await people.publicPage('columns/policies/page-1.html')).not.toBe(untouched);
  expect(JSON.parse(await people.publicPage(`api/v1/documents/${old}.json`))).toMatchObject({
    validity: 'repealed',
    validityName: '已废止',
    validitySince: '2026-09-21',
    successor: { url: expect.stringContaining(next) as string },
  });
  const result = await people.publicPage('clean-ups/2026.html');
  expect(result).toContain('已废止（1件）');
  expect(await people.publicPage('columns/reassessments/index.html')).toContain('2026年文件清理结果');
  const document = await people.document(old);
  expect(document.history.at(-1)).toMatchObject({
    action: 'validity:repealed',
    reason: '按年度清理结果',
    actor,
  });
  expect(verifies(document.history)).toBe(true);
});

it('puts it back in force, and takes it out of the result of the year', async () => {
  const { people, old, mark, page } = await twoPublished();
  await mark(old, 'lapsed');
  await mark(old, 'in-force');
  expect(await page(old)).not.toContain('validity-banner');
  expect(await people.publicPage('clean-ups/2026.html')).toContain('已失效（0件）');
});

it('writes the same again when the step runs twice', async () => {
  const { place, people, old, next, mark } = await twoPublished();
  await mark(old, 'amended', next);
  const before = [await people.document(old), await people.document(next)];
  await mark(old, 'amended', next);
  expect([await people.document(old), await people.document(next)]).toEqual(before);
  expect((await place.deps.workflow.list('validity', { status: 'FAILED', limit: 5 })).items).toEqual([]);
});

it.each(['old', 'next'] as const)(
  'forgets the title of the %s one everywhere when it is withdrawn',
  async (which) => {
    const { place, people, mark, page, ...ids } = await twoPublished();
    await mark(ids.old, 'repealed', ids.next);
    const { title } = await people.document(ids[which]);
    await place.deps.workflow.start('withdrawal', `${ids[which]}-withdrawal`, {
      documentId: ids[which],
      reason: '含有个人信息',
      actor,
    });
    await place.settle();
    expect(await page(ids[which])).toContain('该信息已撤下');
    const { items } = await place.deps.files.list('public', '', { limit: 10_000 });
    const naming: string[] = [];
    for (const key of items) if ((await people.publicPage(key)).includes(title)) naming.push(key);
    expect(naming).toEqual([]);
  },
);
