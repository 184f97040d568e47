import { describe, expect, it } from 'vitest';
import { system } from '@gongkai/domain/history.ts';
import { departments } from '../../shared/organisation.ts';
import { profiles } from '../../shared/profiles.ts';
import { tasks } from '../../shared/stores.ts';
import { createApp } from '../app.tsx';
import { changeDepartment } from '../organisation/change.ts';
import { signInAs, testPlace } from '../testing.ts';

const here = '/portal/profiles/finance';
const form = {
  duties: '贯彻执行财政政策。\n编制县级预算。',
  structure: '办公室、预算股、国库股。',
  address: '示范县城关镇西街8号',
  hours: '工作日 8:30—12:00，14:30—18:00',
  phone: '0990-6120005',
  otherContact: '',
  leaders: '局长：王负责\n副局长: 李分管',
};

const place = async () => {
  const made = await testPlace();
  const app = createApp(made.deps);
  const as = (who: string) => signInAs(made, app, who);
  const stored = () => profiles(made.deps.table).get('finance');
  const task = (n: number) => tasks(made.deps.table).get(`profile-finance-${n}`);
  const propose = async (who: string, more: object = {}) => {
    const browser = await as(who);
    const page = await (await browser.get(here)).text();
    const version = /name="version" value="(\d+)"/.exec(page)![1]!;
    return browser.post(here, { ...form, version, ...more });
  };
  const decide = async (who: string, more: object = {}) => {
    const browser = await as(who);
    const page = await (await browser.get(here)).text();
    const contentHash = /name="contentHash" value="(\w+)"/.exec(page)?.[1] ?? '';
    return {
      page,
      answer: await browser.post(`${here}/decision`, { outcome: 'confirm', contentHash, ...more }),
    };
  };
  return { ...made, as, stored, task, propose, decide };
};

describe('a department’s profile', () => {
  it('is filled in by the department and public when the office confirmed it', async () => {
    const { propose, decide, stored, mails } = await place();
    expect((await propose('clerk')).headers.get('location')).toBe(`${here}?done=proposed`);
    expect((await stored())!.shown).toBeUndefined();
    expect(mails.at(-1)).toMatchObject({
      to: 'editor@county.example',
      subject: '【政务公开】确认机构职能：财政局',
    });
    const { page, answer } = await decide('editor');
    expect(page).toContain('编制县级预算');
    expect(answer.headers.get('location')).toBe(`${here}?done=confirmed`);
    expect((await stored())!.shown).toMatchObject({
      address: form.address,
      leaders: [
        { post: '局长', name: '王负责' },
        { post: '副局长', name: '李分管' },
      ],
    });
  });

  it('is a task of whoever may confirm it, until it is decided', async () => {
    const { as, propose, decide, task, mails } = await place();
    const listed = async (who: string): Promise<string> =>
      (await (await as(who)).get('/portal/tasks')).text();
    await propose('clerk');
    const page = await listed('editor');
    expect(page).toContain(`<a href="${here}">`);
    expect(page).toContain('确认机构职能');
    expect(page).toContain('财政局');
    expect(await listed('head')).not.toContain('确认机构职能');
    expect(await task(1)).toMatchObject({ state: 'open', due: { date: '2026-03-05' }, author: 'clerk' });
    await decide('editor', { outcome: 'return', reason: '电话打不通' });
    expect(mails.at(-1)).toMatchObject({
      to: 'clerk@county.example',
      subject: '【政务公开】已退回：财政局机构职能',
      text: expect.stringContaining('原因：电话打不通') as string,
    });
    expect(await listed('editor')).not.toContain('确认机构职能');
    expect(await task(1)).toMatchObject({
      state: 'decided',
      decision: { outcome: 'return', reason: '电话打不通', actor: { id: 'editor' } },
    });
    await propose('clerk', { phone: '0990-6120006' });
    await decide('editor');
    expect(await task(2)).toMatchObject({ state: 'decided', decision: { outcome: 'approve' } });
  });

  it('proposed anew while it waits is one task, of what is proposed now', async () => {
    const { propose, task, mails } = await place();
    await propose('clerk');
    await propose('clerk', { phone: '0990-6120006' });
    expect([(await task(1))!.state, (await task(2))!.state]).toEqual(['cancelled', 'open']);
    expect(mails.filter((m) => m.subject.includes('确认机构职能'))).toHaveLength(2);
  });

  it('may be confirmed by whoever stands in for the editor, in the editor’s name', async () => {
    const { deps, propose, decide, stored } = await place();
    const { version } = await departments(deps.table).need('county-office');
    const given = { actor: system, action: 'edit-department' };
    await changeDepartment(deps, 'county-office', version, given, (d) => ({
      ...d,
      people: d.people.map((p) => (p.id === 'editor' ? { ...p, deputy: 'admin' } : p)),
    }));
    await propose('editor');
    expect((await decide('editor')).answer.status).toBe(403);
    expect((await decide('admin')).answer.status).toBe(303);
    expect((await stored())!.history.at(-1)!.actor).toMatchObject({ id: 'admin', onBehalfOf: 'editor' });
  });

  it('filled in by the office waits for somebody else of the office', async () => {
    const { propose, decide, stored } = await place();
    await propose('editor');
    expect((await decide('editor')).answer.status).toBe(403);
    expect((await stored())!.shown).toBeUndefined();
  });

  it.each([['nurse'], ['secrecy']])('is not changed by %s', async (who) => {
    const { as } = await place();
    const browser = await as(who);
    await browser.get('/portal/tasks');
    expect((await browser.post(here, { ...form, version: '0' })).status).toBe(403);
  });

  it('is not confirmed by the department itself', async () => {
    const { propose, as, stored } = await place();
    await propose('clerk');
    const head = await as('head');
    await head.get(here);
    expect((await head.post(`${here}/decision`, { outcome: 'confirm', contentHash: 'x' })).status).toBe(403);
    expect((await stored())!.shown).toBeUndefined();
  });

  it.each([
    ['no telephone', { phone: '' }, '请填写办公电话'],
    ['a leader without a name', { leaders: '王负责' }, '“王负责”没有写明姓名'],
    ['nobody who answers', { leaders: ' \n' }, '请至少写一名负责人'],
    ['an identity number', { duties: '联系人身份证号990101199901010014' }, '不能公开'],
    ['an old page', { version: '7' }, '别人刚刚修改过'],
  ])('with %s is refused, and what was typed stays', async (_, more, message) => {
    const { propose, stored } = await place();
    const answer = await propose('clerk', more);
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain(message);
    expect(html).toContain(form.address);
    expect(await stored()).toBeUndefined();
  });

  it('shows whoever confirms what may be a person’s own telephone', async () => {
    const { propose, decide } = await place();
    await propose('clerk', { otherContact: '13800138000' });
    expect((await decide('editor', { outcome: '' })).page).toContain('请核对以下内容');
  });

  it('is sent back with a reason, and only with one', async () => {
    const { propose, decide, stored } = await place();
    await propose('clerk');
    expect(await (await decide('editor', { outcome: 'return' })).answer.text()).toContain('请写明退回的理由');
    expect((await decide('editor', { outcome: 'return', reason: '电话打不通' })).answer.status).toBe(303);
    expect((await stored())!.proposed).toBeUndefined();
  });

  it('of all departments stands in one list for the office, and leads others to their own', async () => {
    const { as } = await place();
    expect(await (await (await as('editor')).get('/portal/profiles')).text()).toContain('未填报');
    expect((await (await as('clerk')).get('/portal/profiles')).headers.get('location')).toBe(here);
  });
});
