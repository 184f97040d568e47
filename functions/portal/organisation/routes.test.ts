import { describe, expect, it } from 'vitest';
import { verifies } from '@gongkai/domain/history.ts';
import type { TaskKind } from '@gongkai/domain/task.ts';
import { hashOf } from '@gongkai/platform/links.ts';
import { documentItem, taskItem } from '../../../test/support/in-review.ts';
import { departments } from '../../shared/organisation.ts';
import { documents, tasks } from '../../shared/stores.ts';
import { createApp } from '../app.tsx';
import { linkIn, signInAs, testPlace } from '../testing.ts';

const here = '/portal/organisation';

const place = async (who = 'admin') => {
  const made = await testPlace();
  const app = createApp(made.deps);
  const browser = await signInAs(made, app, who);
  const stored = (id = 'finance') => departments(made.deps.table).need(id);
  const version = async (id = 'finance') => String((await stored(id)).version);
  return { ...made, app, browser, stored, version };
};
const person = { id: 'li', name: '李四', email: 'LI@county.example', roles: ['clerk'], deputy: 'clerk' };

describe('who may', () => {
  it('is the administrator and nobody else', async () => {
    const { browser } = await place('clerk');
    expect((await browser.get(here)).status).toBe(403);
    expect((await browser.post(`${here}/finance/people`, person)).status).toBe(403);
    expect((await browser.get(`${here}/export`)).status).toBe(403);
  });

  it('sees every department', async () => {
    const { browser } = await place();
    const html = await (await browser.get(here)).text();
    for (const name of ['示范县人民政府办公室', '财政局', '卫生健康局']) expect(html).toContain(name);
  });
});

describe('people', () => {
  it('are added with roles and deputy, in one write with its history', async () => {
    const { browser, stored, version } = await place();
    const answer = await browser.post(`${here}/finance/people`, {
      ...person,
      roles: ['clerk', 'department-head'],
      version: await version(),
    });
    expect(answer.status).toBe(303);
    const department = await stored();
    expect(department.people.at(-1)).toEqual({
      id: 'li',
      name: '李四',
      email: 'li@county.example',
      roles: ['clerk', 'department-head'],
      deputy: 'clerk',
    });
    expect(department.history.at(-1)).toMatchObject({
      action: 'add-person',
      actor: { id: 'admin' },
      reason: '李四（经办人、部门负责人）',
    });
    expect(verifies(department.history)).toBe(true);
  });

  it('may sign in at once', async () => {
    const made = await place();
    await made.browser.post(`${here}/finance/people`, { ...person, version: await made.version() });
    const li = await signInAs(made, made.app, 'li');
    expect((await li.get('/portal/upload')).status).toBe(200);
  });

  it.each([
    ['an id that exists elsewhere', { id: 'nurse' }, '人员编号 nurse 重复'],
    ['an id that exists here', { id: 'head' }, '人员编号 head 重复'],
    [
      'an address that exists elsewhere, in other letters',
      { email: 'Nurse@County.example' },
      '电子邮箱 nurse@county.example 重复',
    ],
    ['a deputy nobody knows', { deputy: 'ghost' }, '代理人 ghost 不存在'],
    [
      'an end before the beginning',
      { validFrom: '2026-05-01', validUntil: '2026-04-01' },
      '起始日期晚于结束日期',
    ],
    ['no role', { roles: [] }, '至少选择一个角色'],
    ['a broken address', { email: 'li' }, '电子邮箱格式不正确'],
    ['a reserved id', { id: 'new' }, '系统保留'],
    ['HTML for a name that is too long', { name: '<b>'.repeat(50) }, '姓名'],
  ])('are refused with %s', async (_, more, message) => {
    const { browser, stored, version } = await place();
    const before = await stored();
    const answer = await browser.post(`${here}/finance/people`, {
      ...person,
      ...more,
      version: await version(),
    });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain(message);
    expect(html).toContain(
      'value="LI@county.example"'.replace('LI@county.example', 'email' in more ? more.email : person.email),
    );
    expect(await stored()).toEqual(before);
  });

  it('are edited in place, and only the version that was shown', async () => {
    const { browser, stored, version } = await place();
    const shown = await version();
    const edit = { name: '测试改名', email: 'clerk@county.example', roles: ['clerk'], version: shown };
    expect((await browser.post(`${here}/finance/people/clerk`, edit)).status).toBe(303);
    expect((await stored()).people[0]).toMatchObject({ id: 'clerk', name: '测试改名' });
    const late = await browser.post(`${here}/finance/people/clerk`, { ...edit, name: '又改' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('刚刚被别人修改过');
    expect((await stored()).people[0]!.name).toBe('测试改名');
  });

  it('are removed, unless a colleague’s deputy', async () => {
    const { browser, stored, version } = await place();
    const refused = await browser.post(`${here}/finance/people/head/remove`, { version: await version() });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('代理人 head 不存在');
    const done = await browser.post(`${here}/finance/people/secrecy/remove`, { version: await version() });
    expect(done.status).toBe(303);
    expect((await stored()).people.map((p) => p.id)).toEqual(['clerk', 'head', 'leaver']);
    const page = await (await browser.get(`${here}/finance`)).text();
    expect(page).toContain('没有在任的保密审查员，新的审查任务由县政府办公室代办');
  });

  describe('with open tasks', () => {
    const withTask = async (kind: TaskKind, links: string[]) => {
      const made = await place();
      await documents(made.deps.table).createOnce(documentItem({ department: 'finance' }));
      const opaque = (person: string) => made.deps.links.opaqueId('task', `d1-1-${kind}-1`, person, 1);
      const task = taskItem(kind, {
        ...(kind === 'publication-review' ? {} : { department: 'finance' }),
        links: links.map((person) => ({ person, hash: hashOf(opaque(person)) })),
      });
      await tasks(made.deps.table).createOnce(task);
      return { ...made, task, opaque };
    };

    it('are shown with who takes them, before; then these have them, and the old link is dead', async () => {
      const { browser, version, mails, task, opaque, deps } = await withTask('secrecy-review', ['secrecy']);
      const page = await (await browser.get(`${here}/finance/people/secrecy`)).text();
      expect(page).toContain('有 1 项未办任务');
      expect(page).toContain('：转由测试editor办理');
      const link = `/portal/t/${task.id}/${opaque('secrecy')}`;
      expect((await browser.get(link)).status).toBe(200);

      const removal = `${here}/finance/people/secrecy/remove`;
      const done = await browser.post(removal, { version: await version() });
      expect((await browser.get(link)).status).toBe(404);
      const after = await (await browser.get(done.headers.get('location')!)).text();
      expect(after).toContain('1 项未办任务已经转交');
      expect(mails.at(-1)).toMatchObject({ to: 'editor@county.example' });
      const { history } = await tasks(deps.table).need(task.id);
      expect(history.at(-1)).toMatchObject({
        actor: { id: 'admin', role: 'administrator' },
        reason: '测试secrecy不再办理，转由测试editor办理',
      });
      const document = await (await browser.get('/portal/documents/d1')).text();
      expect(document).toContain('保密审查：测试secrecy不再办理，转由测试editor办理');
    });

    it('of a role that is taken away go on, and the link that was mailed for it is dead', async () => {
      const { browser, version, task, opaque, deps } = await withTask('secrecy-review', ['secrecy']);
      const edit = {
        name: '测试secrecy',
        email: 'secrecy@county.example',
        roles: ['clerk'],
        version: await version(),
      };
      expect((await browser.post(`${here}/finance/people/secrecy`, edit)).status).toBe(303);
      expect((await browser.get(`/portal/t/${task.id}/${opaque('secrecy')}`)).status).toBe(404);
      expect((await tasks(deps.table).need(task.id)).links.map((l) => l.person)).toEqual(['editor']);
    });

    it('that nobody else may do are named before and after', async () => {
      const { browser, version } = await withTask('publication-review', ['editor']);
      const page = await (await browser.get(`${here}/county-office/people/editor`)).text();
      expect(page).toContain('没有人可以接办');
      const removal = `${here}/county-office/people/editor/remove`;
      const done = await browser.post(removal, { version: await version('county-office') });
      const after = await (await browser.get(done.headers.get('location')!)).text();
      expect(after).toContain('以下任务现在没有人可以办理');
      expect(after).toContain('关于发放临时救助金的通知');
    });
  });

  it('include at least one administrator, always', async () => {
    const { browser, version } = await place();
    const answer = await browser.post(`${here}/county-office/people/admin/remove`, {
      version: await version('county-office'),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('至少要有一名在有效期内的系统管理员');
  });

  it('are mailed a link that opens the upload form in their name', async () => {
    const { browser, mails } = await place();
    const answer = await browser.post(`${here}/finance/people/clerk/upload-link`, {});
    expect(answer.status).toBe(303);
    const mail = mails.at(-1)!;
    expect(mail.to).toBe('clerk@county.example');
    expect(mail.text).toContain('2026年3月9日前有效');
    const url = new URL(linkIn(mail));
    browser.cookie = '';
    expect(await (await browser.get(url.pathname + url.search)).text()).toContain('财政局');
  });
});

describe('departments', () => {
  const forestry = {
    id: 'forestry',
    name: '林业局',
    code: 'LYJ',
    order: '9',
    aliases: '县林业局\n\n 林业草原局 ',
  };

  it('are added and edited', async () => {
    const { browser, stored, version } = await place();
    expect((await browser.post(here, forestry)).headers.get('location')).toBe(`${here}/forestry?done=saved`);
    expect(await stored('forestry')).toMatchObject({
      order: 9,
      aliases: ['县林业局', '林业草原局'],
      people: [],
    });
    const edit = { ...forestry, name: '林业和草原局', version: await version('forestry') };
    expect((await browser.post(`${here}/forestry`, edit)).status).toBe(303);
    const { name, history } = await stored('forestry');
    expect(name).toBe('林业和草原局');
    expect(history.map((h) => h.action)).toEqual(['add-department', 'edit-department']);
  });

  it.each([
    ['an id that exists', { id: 'finance' }, '部门编号'],
    ['a code that exists', { code: 'CZJ' }, '部门代码 CZJ 重复'],
    ['a code in small letters', { code: 'czj' }, '代码只能用大写字母和数字'],
    ['an order that is no number', { order: 'x' }, '排序'],
    ['no name', { name: ' ' }, '名称'],
  ])('are refused with %s', async (_, more, message) => {
    const { browser, stored } = await place();
    const before = await stored();
    const answer = await browser.post(here, { ...forestry, ...more });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(message);
    expect(await stored()).toEqual(before);
  });
});

describe('the file', () => {
  const sendFile = async (
    browser: Awaited<ReturnType<typeof place>>['browser'],
    text: string | Uint8Array<ArrayBuffer>,
  ) => {
    const body = new FormData();
    body.append('csrf', browser.csrf);
    body.append('file', new File([text], 'organisation.json'));
    return browser.send(`${here}/import`, { body });
  };

  it('goes out and comes back without a change', async () => {
    const { browser } = await place();
    await browser.get(here);
    const answer = await browser.get(`${here}/export`);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="organisation-2026-03-02.json"',
    );
    const back = await sendFile(browser, await answer.text());
    expect(back.headers.get('location')).toBe(`${here}?imported=`);
  });

  it('is refused with every problem in a list', async () => {
    const { browser } = await place();
    await browser.get(here);
    const answer = await sendFile(browser, '[{"id":"X"}]');
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain('第 1 个部门 id：编号只能用小写字母');
    expect(html).toContain('第 1 个部门 people：缺少');
  });

  it('is refused when it is not UTF-8', async () => {
    const { browser } = await place();
    await browser.get(here);
    const answer = await sendFile(browser, new Uint8Array([0xb2, 0xc6, 0xd5, 0xfe]));
    expect(await answer.text()).toContain('不是 UTF-8 编码');
  });
});
