import { expect, it } from 'vitest';
import { seedCatalogue } from '@gongkai/cli/demo-catalogue.ts';
import type { Place } from '@gongkai/cli/place.ts';
import { createHandler } from '@gongkai/cli/server.ts';
import { itemsOf } from '@gongkai/functions/shared/catalogue.ts';
import { loadFields } from '@gongkai/functions/shared/catalogue-columns.ts';
import { peopleOf, textOf } from '../support/people.ts';
import { openTestTrial } from '../support/trial.ts';

const reader = 'reader@example.com';

async function subscribed(topicIn: (place: Place) => string | Promise<string>) {
  const opened = await openTestTrial();
  const { place, trial } = opened;
  const topic = await topicIn(place);
  const handle = createHandler(opened.place, trial);
  const open = (path: string) => handle(new Request(`http://localhost:8080${path}`));
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    handle(
      new Request(`http://localhost:8080${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: 'http://localhost:8080', ...headers },
      }),
    );
  const mails = async () => (await trial.outbox()).filter((m) => m.to === reader).toReversed();
  await post('/subscribe', { topic, email: reader, word: '' });
  const path = /\/subscribe\/confirm\/\S+/.exec((await mails())[0]!.text)![0];
  expect((await open(path)).status).toBe(200);
  expect(await (await post(path, {})).text()).toContain('订阅成功');
  /** Those of the digests, without the one that asked to confirm. */
  const digests = async (): Promise<string[]> => (await mails()).slice(1).map((m) => m.text);
  return { ...opened, topic, people: peopleOf(opened), handle, digests };
}

/** Of the demo county's catalogue, with its page. */
async function someItem(place: Place): Promise<string> {
  await seedCatalogue(place.deps);
  await place.buildSite();
  const field = (await loadFields(place.deps)).find((f) => f.id === 'social-assistance')!;
  return `item#${(await itemsOf(place.deps, field))[0]!.id}`;
}

it.each([
  ['a column', () => 'column#policies'],
  ['one item of the catalogue', someItem],
])(
  'tells who follows %s of what is published, changed and withdrawn, until one click',
  async (_, topicIn) => {
    const { place, trial, topic, people, handle, digests } = await subscribed(topicIn);
    const form = topic.startsWith('item#') ? { catalogueItem: topic.slice('item#'.length) } : {};
    const id = await people.handIn(textOf('care-allowance'), form);
    await people.approveAll(id);
    const { title, publication } = await people.document(id);
    expect(await digests()).toEqual([]);
    await trial.advance('1d');
    await trial.advance('1d');
    const [first, ...none] = await digests();
    expect(none).toEqual([]);
    expect(first).toContain('【新公开】');
    expect(first).toContain(title);
    expect(first).toContain(`http://localhost:8080/${publication!.path}`);

    const actor = { id: 'county-office-editor', name: '王审核', role: 'office-editor' };
    const change = { state: 'lapsed', since: '2026-09-23', reason: '按年度清理结果' };
    await place.deps.workflow.start('validity', `${id}-validity-1`, { documentId: id, change, actor });
    await place.settle();
    await trial.advance('1d');
    expect((await digests()).at(-1)).toContain(`【有效性变更】\n${title}：已失效`);

    const withdrawal = { documentId: id, reason: '含有个人信息', showTitle: false, actor };
    await place.deps.workflow.start('withdrawal', `${id}-withdrawal`, withdrawal);
    await place.settle();
    await trial.advance('1d');
    const last = (await digests()).at(-1)!;
    expect(last).toContain('【已撤下】\n一件公开信息');
    expect(last).not.toContain(title);
    expect(await digests()).toHaveLength(3);

    const stop = /http:\S+\/subscribe\/stop\/\S+/.exec(last)![0];
    const body = 'List-Unsubscribe=One-Click';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await handle(new Request(stop, { method: 'POST', body, headers }))).status).toBe(200);
    const next = await people.handIn(textOf('care-allowance').replaceAll('31号', '45号'), form);
    await people.approveAll(next);
    await trial.advance('1d');
    await trial.advance('1d');
    expect(await digests()).toHaveLength(3);
    const left = await place.deps.table.query('subscriptions-by-topic', {
      partition: topic,
      limit: 10,
    });
    expect(left.items).toEqual([]);
  },
);

it('does not list as new what was withdrawn before the digest', async () => {
  const { place, trial, people, digests } = await subscribed(() => 'site#site');
  const id = await people.handIn(textOf('care-allowance'));
  await people.approveAll(id);
  const actor = { id: 'county-office-editor', name: '王审核', role: 'office-editor' };
  const withdrawal = { documentId: id, reason: '重复公开', actor };
  await place.deps.workflow.start('withdrawal', `${id}-withdrawal`, withdrawal);
  await place.settle();
  await trial.advance('1d');
  const [only] = await digests();
  expect(only).not.toContain('【新公开】');
  expect(only).toContain('【已撤下】');
});
