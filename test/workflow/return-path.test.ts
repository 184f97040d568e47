import { describe, expect, it } from 'vitest';
import { delegateTask } from '@gongkai/functions/shared/delegating.ts';
import { loadFindings } from '@gongkai/functions/shared/findings-file.ts';
import { departments, forgetOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { interpretations, reassessments } from '@gongkai/functions/shared/stores.ts';
import { peopleOf, textOf } from '../support/people.ts';
import { openTestTrial } from '../support/trial.ts';

const trial = async () => {
  const opened = await openTestTrial();
  return { ...opened, ...peopleOf(opened) };
};
const interpretation = {
  title: '政策问答',
  form: 'qa' as const,
  text: '问：谁可以领？\n答：年满80周岁的老年人。',
  contact: '民政局，电话 0990-1234567',
};
const withheld = { attribute: 'withheld', ground: 'process-information' } as const;

describe('a document that is returned', () => {
  it('comes back with the reason, goes through every review again as revision 2, and is published', async () => {
    const { place: _, ...people } = await trial();
    const id = await people.handIn(textOf('care-allowance'));
    await people.approve(id, 'confirm-attribute', 'head');
    const stale = await people.openTask(id, 'secrecy-review');
    await people.decide(id, 'secrecy-review', 'secrecy', { outcome: 'return', reason: '第三段电话有误' });
    expect((await people.document(id)).state).toBe('returned');
    expect(await people.mails('clerk@civil-affairs.demo')).toContainEqual(expect.stringMatching(/^已退回：/));
    expect((await people.mailTexts()).some((t) => t.includes('原因：第三段电话有误'))).toBe(true);

    await people.handIn(`${textOf('care-allowance')}更正版\n`, { document: id }, { clerk: 'clerk2' });
    const second = await people.document(id);
    expect([second.state, second.revision, second.approvals, second.author]).toEqual([
      'in-review',
      2,
      [],
      'civil-affairs-clerk2',
    ]);
    expect(second.contentHash).not.toBe(stale.contentHash);
    await people.approveAll(id);
    const done = await people.document(id);
    expect(done.state).toBe('published');
    expect(done.approvals.every((a) => a.contentHash === done.contentHash)).toBe(true);
    expect(await people.publicPage(done.publication!.path)).toContain('更正版');
    expect((await people.tasksOf(id)).map((t) => [t.revision, t.task, t.state])).toEqual([
      [1, 'confirm-attribute', 'decided'],
      [1, 'secrecy-review', 'decided'],
      [2, 'confirm-attribute', 'decided'],
      [2, 'secrecy-review', 'decided'],
      [2, 'publication-review', 'decided'],
    ]);
  });

  it('tells the other clerks when its author has left', async () => {
    const { place, ...people } = await trial();
    const id = await people.handIn(textOf('care-allowance'));
    await departments(place.deps.table).update('civil-affairs', (d) => ({
      ...d,
      people: d.people.filter((p) => p.id !== 'civil-affairs-clerk'),
    }));
    forgetOrganisation(place.deps.table);
    await people.decide(id, 'confirm-attribute', 'head', { outcome: 'return', reason: '请更正标题' });
    expect(await people.mails('clerk2@civil-affairs.demo')).toContainEqual(
      expect.stringMatching(/^已退回：/),
    );
  });
});

describe('a redacted document', () => {
  it('is cut until the secrecy officer is content, and then the last copy goes out', async () => {
    const { place, ...people } = await trial();
    const id = await people.handIn(textOf('subsidy-list'), { attribute: 'redacted', ground: 'third-party' });
    await people.approve(id, 'confirm-attribute', 'head');
    const { findings } = await loadFindings(place.deps.files, id, 1);
    await people.approve(id, 'secrecy-review', 'secrecy', {
      cuts: findings.filter((f) => f.severity === 'block').map((f) => f.id),
    });
    await people.approve(id, 'publication-review', 'editor');
    const first = (await people.document(id)).redactedHash;
    await people.decide(id, 'approve-redaction', 'secrecy', { outcome: 'cut-more', cuts: ['=上坝村一组'] });
    const second = (await people.document(id)).redactedHash;
    expect(second).not.toBe(first);
    const again = await people.openTask(id, 'approve-redaction');
    expect(again.contentHash).toBe(second);
    await people.approve(id, 'approve-redaction', 'secrecy');
    const done = await people.document(id);
    expect([done.state, done.redactedHash]).toEqual(['published', second]);
    const page = await people.publicPage(done.publication!.path);
    expect(page).not.toMatch(/990101199901010014|上坝村一组/);
    expect(page).toContain('上坝村二组');
  });
});

describe('the head of the department', () => {
  it('changes the attribute with a ground, and the document is registered instead of published', async () => {
    const { place, ...people } = await trial();
    const id = await people.handIn(textOf('care-allowance'));
    await expect(people.approve(id, 'confirm-attribute', 'head', { attribute: 'withheld' })).rejects.toThrow(
      '必须选择法定依据',
    );
    await people.approve(id, 'confirm-attribute', 'head', withheld);
    await people.approve(id, 'secrecy-review', 'secrecy');
    await people.approve(id, 'publication-review', 'editor');
    const done = await people.document(id);
    expect([done.state, done.attribute, done.ground, done.publication, done.reviewDate]).toEqual([
      'withheld',
      'withheld',
      'process-information',
      undefined,
      '2027-09-21',
    ]);
    expect((await place.deps.files.list('public', `documents/${id}`, { limit: 5 })).items).toEqual([]);
  });

  it('hands the task to a colleague, who decides in his own name; both are recorded', async () => {
    const { place, ...people } = await trial();
    const id = await people.handIn(textOf('care-allowance'), {}, { clerk: 'clerk2' });
    const task = await people.openTask(id, 'confirm-attribute');
    await delegateTask(place.deps, {
      taskId: task.id,
      by: await people.person('head'),
      to: 'civil-affairs-clerk',
    });
    await place.settle();
    expect(await people.mails('clerk@civil-affairs.demo')).toContainEqual(
      expect.stringMatching(/^确认公开属性/),
    );
    const { decision } = await people.approve(id, 'confirm-attribute', 'clerk');
    expect(decision!.actor).toMatchObject({ id: 'civil-affairs-clerk', onBehalfOf: 'civil-affairs-head' });
  });

  it('is absent: three working days later the deputy hears of it and decides', async () => {
    const { place, trial: t, ...people } = await trial();
    await departments(place.deps.table).update('civil-affairs', (d) => ({
      ...d,
      people: d.people.map((p) =>
        p.id === 'civil-affairs-vice-head' ? { ...p, roles: ['clerk' as const] } : p,
      ),
    }));
    forgetOrganisation(place.deps.table);
    const id = await people.handIn(textOf('care-allowance'));
    expect(await people.mails('vice-head@civil-affairs.demo')).toEqual([]);
    await t.advance('3wd');
    expect(await people.mails('vice-head@civil-affairs.demo')).toEqual([
      expect.stringMatching(/^逾期未办：确认公开属性/),
    ]);
    const { decision } = await people.approve(id, 'confirm-attribute', 'vice-head');
    expect(decision!.actor).toMatchObject({
      id: 'civil-affairs-vice-head',
      onBehalfOf: 'civil-affairs-head',
    });
  });
});

describe('an interpretation', () => {
  it('comes back once with the reason, is written anew, and both pages link each other', async () => {
    const { trial: t, place: _, ...people } = await trial();
    const id = await people.handIn(textOf('care-allowance'), { needsInterpretation: true });
    await people.approveAll(id);
    await t.advance('1wd');
    await people.decide(id, 'interpret', 'clerk', { outcome: 'submit', interpretation });
    await people.decide(id, 'review-interpretation', 'head', { outcome: 'return', reason: '请写明标准' });
    const again = await people.openTask(id, 'interpret');
    expect(again.note).toBe('上次退回的原因：请写明标准');
    expect(again.due.date).toBe('2026-09-24');
    await people.decide(id, 'interpret', 'clerk', {
      outcome: 'submit',
      interpretation: { ...interpretation, title: '政策问答（修改）' },
    });
    await people.approve(id, 'review-interpretation', 'head');
    const done = await people.document(id);
    expect(done.interpretations).toHaveLength(1);
    const page = await people.publicPage(done.publication!.path);
    expect(page).toContain('政策问答（修改）');
    const there = `interpretations/${done.interpretations[0]}.html`;
    expect(await people.publicPage(there)).toContain(done.publication!.path);
    expect(await people.publicPage('all/feed.json')).toContain(there);
    // Published on a Monday, interpreted the day after: both pages are new to whoever reads the sitemap.
    const sitemap = await people.publicPage('sitemaps/1.xml');
    for (const path of [done.publication!.path, there])
      expect(sitemap).toMatch(new RegExp(`${path}</loc><lastmod>2026-09-22<`));
  });

  it('comes back with the reason when newer rules find at the last gate what must not be public', async () => {
    const { trial: t, place, ...people } = await trial();
    const id = await people.handIn(textOf('care-allowance'), { needsInterpretation: true });
    await people.approveAll(id);
    await t.advance('1wd');
    await people.decide(id, 'interpret', 'clerk', { outcome: 'submit', interpretation });
    const { interpretationId } = await people.openTask(id, 'review-interpretation');
    // As if the rules of the day it was handed in had not known the number.
    await interpretations(place.deps.table).update(interpretationId!, (i) => ({
      ...i,
      text: '陈某甲，身份证号990101199901010014。',
    }));
    await people.approve(id, 'review-interpretation', 'head');
    const again = await people.openTask(id, 'interpret');
    expect(again.note).toMatch(
      /^上次没有发布的原因：解读材料中有 1 处不能公开的内容：解读正文第 1 段有身份证号/,
    );
    expect(await people.publicPage('all/feed.json')).not.toContain('interpretations/');
    await people.decide(id, 'interpret', 'clerk', { outcome: 'submit', interpretation });
    await people.approve(id, 'review-interpretation', 'head');
    expect((await people.document(id)).interpretations).toHaveLength(1);
  });

  it('is nobody’s task any more when its document is withdrawn', async () => {
    const { trial: t, place, ...people } = await trial();
    const id = await people.handIn(textOf('care-allowance'), { needsInterpretation: true });
    await people.approveAll(id);
    await t.advance('1wd');
    await people.openTask(id, 'interpret');
    await withdraw(place, id);
    expect((await people.tasksOf(id)).filter((one) => one.state === 'open')).toEqual([]);
    const before = (await people.mails()).length;
    await t.advance('2w');
    expect((await people.mails()).length).toBe(before);
    expect(await place.deps.workflow.describe('publication', `${id}-1`)).toMatchObject({
      status: 'SUCCEEDED',
    });
  });

  it('goes down with its document', async () => {
    const { trial: t, place, ...people } = await trial();
    const id = await people.handIn(textOf('care-allowance'), { needsInterpretation: true });
    await people.approveAll(id);
    await t.advance('1wd');
    await people.decide(id, 'interpret', 'clerk', { outcome: 'submit', interpretation });
    await people.approve(id, 'review-interpretation', 'head');
    const { interpretations, publication } = await people.document(id);
    const path = `interpretations/${interpretations[0]}.html`;
    expect(await people.publicPage(path)).toContain('年满80周岁');
    await withdraw(place, id);
    for (const gone of [path, publication!.path]) {
      const page = await people.publicPage(gone);
      expect(page).toContain('已被新的规定代替');
      expect(page).not.toContain('年满80周岁');
    }
    for (const list of [
      'all/feed.json',
      'all/feed.atom.xml',
      'index.html',
      'columns/interpretations/feed.json',
    ])
      expect(await people.publicPage(list)).not.toContain(interpretations[0]);
    expect((await place.deps.files.list('public', `files/${id}`, { limit: 5 })).items).toEqual([]);
  });
});

async function withdraw(place: Awaited<ReturnType<typeof trial>>['place'], id: string): Promise<void> {
  await place.deps.workflow.start('withdrawal', `${id}-withdrawal`, {
    documentId: id,
    reason: '已被新的规定代替',
    actor: { id: 'county-office-editor', name: '王审核', role: 'office-editor' },
  });
  await place.settle();
}

describe('the yearly reassessment', () => {
  it('turns an on-request document into a withheld one, and opens again the year after', async () => {
    const { trial: t, place, ...people } = await trial();
    const id = await people.handIn(textOf('approval-reply'), {
      attribute: 'on-request',
      ground: 'third-party',
    });
    await people.approveAll(id);
    expect(await people.document(id)).toMatchObject({ state: 'on-request', reviewDate: '2027-09-21' });
    await t.advance('1y');
    await people.decide(id, 'reassess', 'head', {
      outcome: 'withhold',
      ground: 'process-information',
      reason: '属于过程性信息',
    });
    expect(await people.document(id)).toMatchObject({
      state: 'withheld',
      attribute: 'withheld',
      ground: 'process-information',
      lastReassessment: 2027,
    });
    await t.advance('1y');
    const next = await people.openTask(id, 'reassess');
    expect(next.id).toContain('y2028');
    await people.decide(id, 'reassess', 'head', { outcome: 'keep', reason: '没有变化' });
    expect((await reassessments(place.deps.table).get(`${id}-2028`))?.outcome).toBe('keep');
    expect(await people.publicPage('reassessments/2027.html')).not.toContain(
      (await people.document(id)).title,
    );
  });

  it('release that the secrecy officer returns goes back into the register, and opens again', async () => {
    const { trial: t, place, ...people } = await trial();
    const id = await people.handIn(textOf('internal-request'), withheld);
    await people.approveAll(id);
    await t.advance('1y');
    await people.decide(id, 'reassess', 'head', { outcome: 'release', reason: '已经过时' });
    expect((await people.document(id)).state).toBe('in-review');
    await people.decide(id, 'secrecy-review', 'secrecy', { outcome: 'return', reason: '仍有内部意见' });
    expect(await people.document(id)).toMatchObject({
      state: 'withheld',
      attribute: 'withheld',
      ground: 'process-information',
    });
    expect((await people.tasksOf(id)).filter((one) => one.state === 'open')).toEqual([]);
    expect((await place.deps.files.list('public', `documents/${id}`, { limit: 5 })).items).toEqual([]);
    await t.advance('1y');
    await people.decide(id, 'reassess', 'head', { outcome: 'release', reason: '已经公布' });
    await people.approve(id, 'secrecy-review', 'secrecy');
    await people.approve(id, 'publication-review', 'editor');
    expect((await people.document(id)).state).toBe('published');
  });
});
