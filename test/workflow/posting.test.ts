import { expect, it } from 'vitest';
import { verifies } from '@gongkai/domain/history.ts';
import { loadFindings } from '@gongkai/functions/shared/findings-file.ts';
import { peopleOf } from '../support/people.ts';
import { openTestTrial } from '../support/trial.ts';

const ground = '社会救助暂行办法第十一条';
const title = '示范县民政局关于最低生活保障对象的公示';
const text = [
  title,
  '现将本季度最低生活保障对象名单予以公示，公示期间如有异议，请向县民政局反映。',
  '姓名\t住址\t金额（元）',
  '岩某甲\t团结镇和平村\t640',
  '玉某乙\t团结镇和平村\t640',
  '陈某丙\t团结镇幸福社区\t720',
  '（此件公开发布）',
].join('\n');
const posting = { postingGround: ground, postingUntil: '2026-10-09' };

const opened = async () => {
  const { place, trial } = await openTestTrial();
  const people = peopleOf({ place, trial });
  const found = async (): Promise<string[]> => {
    const query = { words: '最低生活保障', only: {}, sort: 'date', limit: 10, offset: 0 } as const;
    return (await place.search.find(query)).hits.map((hit) => hit.id);
  };
  return { place, people, found };
};

it('posts a list with the least data, and takes it down by itself when the period is over', async () => {
  const { place, people, found } = await opened();
  const id = await people.handIn(text, posting);
  expect((await people.document(id)).declared.posting).toEqual({ ground, until: '2026-10-09' });
  const { findings } = await loadFindings(place.deps.files, id, 1);
  expect(findings.map((f) => `${f.kind} ${f.severity}`)).toEqual(['person-list note', 'address note']);
  for (const { why } of findings) expect(why).toContain(ground);

  await people.approveAll(id);
  const { publication } = await people.document(id);
  const page = await people.publicPage(publication!.path);
  expect(page).toContain('岩某甲');
  expect(page).toMatch(/公示期至[^]*2026年10月9日/);
  expect(page).toContain(ground);
  expect(await found()).toEqual([id]);

  await place.advanceTo(new Date('2026-10-09T15:00:00Z'));
  expect((await people.document(id)).state).toBe('published');
  await place.advanceTo(new Date('2026-10-09T17:00:00Z'));

  const gone = await people.document(id);
  expect(gone).toMatchObject({ state: 'withdrawn', withdrawal: { reason: `公示期满（依据 ${ground}）` } });
  expect(verifies(gone.history)).toBe(true);
  const tombstone = await people.publicPage(publication!.path);
  expect(tombstone).toContain('该信息已撤下');
  expect(tombstone).toContain(`公示期满（依据 ${ground}）`);
  const { items } = await place.deps.files.list('public', '', { limit: 10_000 });
  for (const path of items) expect(await people.publicPage(path)).not.toMatch(/岩某甲|保障对象的公示/);
  expect(await found()).toEqual([]);
});

it('does not publish a list whose period ended while it was reviewed', async () => {
  const { place, people } = await opened();
  const id = await people.handIn(text, { ...posting, postingUntil: '2026-09-22' });
  await people.approve(id, 'confirm-attribute', 'head');
  await people.approve(id, 'secrecy-review', 'secrecy');
  await place.advanceTo(new Date('2026-09-23T01:00:00Z'));
  await people.approve(id, 'publication-review', 'editor');
  const document = await people.document(id);
  expect(document.state).toBe('returned');
  expect(document.history.at(-1)?.reason).toContain('公示期已于 2026-09-22 届满');
});
