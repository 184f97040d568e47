import { beforeEach, describe, expect, it } from 'vitest';
import { settle } from '../../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../../test/support/memory-deps.ts';
import { resendLinks } from '../../shared/delegating.ts';
import { tasks } from '../../shared/stores.ts';
import { browse, signedInBrowser } from './signed-in-browser.ts';

let deps: MemoryDeps;
beforeEach(() => {
  deps = memoryDeps();
});

async function mailed() {
  const world = await settle(deps, 'confirm-attribute', { mailed: ['head', 'vice-head'] });
  return { ...world, path: `/portal/t/${world.task.id}/${world.opaque('head')}` };
}
const mailedCode = (): string => /\d{6}/.exec(deps.mails.at(-1)?.text ?? '')?.[0] ?? '';

describe('the link of a task mail', () => {
  it('opened any number of times changes nothing and mails nothing', async () => {
    const { path, task } = await mailed();
    const scanner = browse(deps);
    for (let i = 0; i < 3; i++) {
      const response = await scanner.get(path);
      expect(response.status).toBe(200);
      const page = await response.text();
      expect(page).toContain('关于发放临时救助金的通知');
      expect(page).toContain('h***@county.test');
      expect(page).not.toContain('990101199901010014');
      expect(page).not.toContain('name="outcome"');
    }
    expect(deps.mails).toEqual([]);
    expect(await tasks(deps.table).need(task.id)).toEqual(
      task.version === 0 ? { ...task, version: 1 } : task,
    );
  });

  it('with the mailed code signs the named person in and opens the task', async () => {
    const { path, task } = await mailed();
    const browser = browse(deps);
    await browser.post(path, { step: 'send' });
    expect(deps.mails.at(-1)?.to).toBe('head@county.test');
    const wrong = await browser.post(path, { step: 'redeem', code: 'abc' });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('验证码不对或已过期');
    const right = await browser.post(path, { step: 'redeem', code: mailedCode() });
    expect(right.headers.get('location')).toBe(`/portal/tasks/${task.id}`);
    expect(await (await browser.get(`/portal/tasks/${task.id}`)).text()).toContain('name="outcome"');
  });

  it('leads who is signed in as the named person straight to the task', async () => {
    const { path, task } = await mailed();
    const response = await (await signedInBrowser(deps, 'head')).get(path);
    expect(response.headers.get('location')).toBe(`/portal/tasks/${task.id}`);
  });

  it('forwarded to somebody else tells them whom it is for', async () => {
    const { path } = await mailed();
    const page = await (await (await signedInBrowser(deps, 'clerk')).get(path)).text();
    expect(page).toContain('您现在以张经办的身份登录，这个链接是发给李局长的');
  });

  it('is not found alike when wrong, replaced, malformed, or of another task', async () => {
    const { path, task, opaque, person } = await mailed();
    await resendLinks(deps, { taskId: task.id, by: person('editor') });
    const sample = opaque('stranger');
    const paths = [
      path,
      `/portal/t/${task.id}/${sample}`,
      `/portal/t/none/${sample}`,
      `/portal/t/${task.id}/x`,
    ];
    const pages = await Promise.all(
      paths.map(async (p) => {
        const response = await browse(deps).get(p);
        return [response.status, await response.text()];
      }),
    );
    expect(pages[0]![0]).toBe(404);
    expect(new Set(pages.map((p) => JSON.stringify(p))).size).toBe(1);
  });

  it('of a decided task still says so', async () => {
    const { path, task } = await mailed();
    await tasks(deps.table).update(task.id, (t) => ({ ...t, state: 'decided' }));
    expect(await (await browse(deps).get(path)).text()).toContain('已办结');
  });
});
