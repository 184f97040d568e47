import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOutbox } from '@gongkai/platform/embedded/mail.ts';
import { systemClock } from '@gongkai/platform/embedded/clock.ts';
import { openTrial } from '@gongkai/cli/trial.ts';
import { officialDocuments } from '../fixtures/documents.ts';
import { monday, temporaryFolder } from '../support/trial.ts';
import { freePort } from '../support/free-port.ts';
import { gongkai, linesOf, type Ran, serving } from './gongkai.ts';

const notice = officialDocuments.find((d) => d.id === 'care-allowance')!;

interface TaskLine {
  id: string;
  kind: string;
  document: string;
  title: string;
  due: { date: string; status: string };
  state: string;
}

/** A trial county that was started once and stopped; its clock stands on a Monday morning. */
async function stoppedTrial(port = 8080): Promise<string> {
  const folder = temporaryFolder();
  const { place } = await openTrial(folder, port, {}, monday);
  await place.buildSite();
  await place.close();
  return folder;
}

/** What people do on the folder, whether a server runs on it or not. */
function at(folder: string) {
  const ran = (...args: string[]): Promise<Ran> => gongkai([...args, '--data', folder]);
  const clerk = ['--as', 'clerk@civil-affairs.demo'];
  const tasks = async (): Promise<TaskLine[]> => linesOf(await ran('tasks', '--json')) as TaskLine[];
  return {
    folder,
    ran,
    tasks,
    submit: (...args: string[]) => ran('submit', '--json', ...clerk, ...args),
    submitFrom: (input: string, ...args: string[]) =>
      gongkai(['submit', '-', '--json', ...clerk, '--data', folder, ...args], { input }),
    /** A running server needs a moment to take over what was handed in beside it. */
    tasksOnceThereAre: async (count: number): Promise<TaskLine[]> => {
      for (let tries = 0; tries < 50; tries++) {
        const found = await tasks();
        if (found.length >= count) return found;
      }
      throw new Error(`there never were ${count} tasks`);
    },
    file: (name: string, body: string): string => {
      const path = join(folder, name);
      writeFileSync(path, body);
      return path;
    },
    mails: () =>
      createOutbox({ folder: join(folder, 'outbox'), clock: systemClock, from: 'x@county.demo' })
        .list()
        .map((m) => `${m.to} ${m.subject}`),
  };
}

describe.each([['with a running server'], ['without a server']])('%s', (which) => {
  const open = async () => {
    const port = await freePort();
    const folder = await stoppedTrial(port);
    if (which === 'with a running server') await serving(['trial', '--data', folder, '--port', String(port)]);
    return at(folder);
  };

  it('documents are handed in, asked about once, and the moved clock reminds and escalates', async () => {
    const place = await open();
    const handedIn = await place.submit(place.file('通知.txt', notice.text), '--interpret');
    expect([handedIn.code, handedIn.err]).toEqual([0, '']);
    const [{ documentId, files, page }] = linesOf(handedIn) as [
      { documentId: string; files: number; page: string },
    ];
    expect(files).toBe(1);
    expect(page).toMatch(new RegExp(`^http://localhost:\\d+/portal/documents/${documentId}$`));

    const [task] = await place.tasksOnceThereAre(1);
    expect(task).toEqual({
      id: `${documentId}-1-confirm-attribute-1`,
      kind: 'confirm-attribute',
      document: documentId,
      title: notice.expected.title,
      department: 'civil-affairs',
      role: 'department-head',
      due: expect.objectContaining({ date: '2026-09-24', status: 'final' }) as TaskLine['due'],
      state: 'open',
      createdAt: expect.stringMatching(/^2026-09-21T/) as string,
    });
    const sent = (await place.submitFrom(notice.text, '--title', '第二份')).code;
    expect(sent).toBe(0);
    expect((await place.tasksOnceThereAre(2)).map((t) => t.title)).toContain('第二份');

    const moved = await place.ran('clock', 'advance', '3wd');
    expect([moved.code, moved.err]).toEqual([0, '']);
    expect(moved.out).toMatch(/^现在是 2026-09-24 09:\d\d\n$/);
    const about = place.mails().filter((m) => m.includes('第二份'));
    const subjects = about.map((m) => m.replace(/^\S+ 【政务公开】/, '').replace(/：.*/, '')).toSorted();
    expect(subjects).toEqual([
      '提醒',
      '提醒',
      '提醒',
      '提醒',
      '确认公开属性',
      '确认公开属性',
      '逾期未办',
      '逾期未办',
      '逾期未办',
    ]);
    const text = await place.ran('tasks');
    expect(text.out).toContain('2026-09-24  确认公开属性  民政局 部门负责人  第二份');
  });

  it.each([['xx'], ['0x5d'], ['99999d']])(
    'a clock told to move by %s does not move, and says how',
    async (duration) => {
      const place = await open();
      const { code, err } = await place.ran('clock', 'advance', duration);
      expect(code).toBe(1);
      expect(err).toMatch(/^时长的写法是数字加单位：/);
    },
  );

  it('the organisation goes out and comes in again; a broken file changes nothing', async () => {
    const place = await open();
    const file = join(place.folder, 'organisation.json');
    expect((await place.ran('export', file)).code).toBe(0);
    const before = readFileSync(file, 'utf8');
    expect((await place.ran('export')).out).toBe(before);
    expect(await place.ran('import', file)).toEqual({ code: 0, out: '没有变化。\n', err: '' });

    const renamed = before.replace('"民政局"', '"民政和养老局"').replace('"王负责"', '"王新任"');
    const changed = await place.ran('import', place.file('new.json', renamed));
    expect(changed).toMatchObject({ code: 0, out: expect.stringContaining('civil-affairs') as string });
    expect((await place.ran('export')).out).toBe(renamed);

    for (const broken of [
      before.slice(0, -20),
      before.replace('"administrator"', '"king"'),
      before.replace('head@civil-affairs.demo', 'clerk@civil-affairs.demo'),
      '[]',
      '',
    ]) {
      const refused = await gongkai(['import', '-', '--data', place.folder], { input: broken });
      expect(refused.code).toBe(1);
      expect(refused.err).toMatch(/\p{Script=Han}/u);
      expect(refused.err).not.toMatch(/\bat .*:\d+:\d+/);
    }
    expect((await place.ran('export')).out).toBe(renamed);
    const nowhere = await place.ran('export', join(place.folder, 'none', 'x.json'));
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toMatch(/^不能写入文件/);
  });
});

describe('gongkai submit', () => {
  it('refuses with a reason, and then nothing was taken', async () => {
    const place = at(await stoppedTrial());
    const file = place.file('通知.txt', notice.text);
    const missing = join(place.folder, 'missing.txt');
    for (const [args, reason] of [
      [[missing], '没有这个文件'],
      [[file, missing], '没有这个文件'],
      [[file, place.file('表.exe', 'x')], '类型不能接收'],
      [[place.file('空.txt', '')], '空文件'],
      [[place.file('大.txt', 'a'.repeat(20 * 1024 * 1024 + 1))], '有 20.1 MB，超过 20.0 MB'],
      [[file, '--item', 'nosuch'], '请从列表中选择公开事项'],
      [[file, '--attribute', 'withheld'], '必须选择法定理由'],
      [[file, '--ground', 'case-file'], '主动公开不需要理由'],
      [[file, '--title', '长'.repeat(10_000)], '标题有 10000 个字'],
      [[file, '--as', 'nobody@civil-affairs.demo'], '没有邮箱为 nobody@civil-affairs.demo 的人员'],
    ] as const) {
      const { code, out, err } = await place.submit(...args);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(reason);
    }
    expect(await place.tasks()).toEqual([]);
  });

  it('of a file that cannot be read is taken, and comes back to its author by mail', async () => {
    const place = at(await stoppedTrial());
    expect((await place.submit(place.file('坏.docx', 'PK\u0003\u0004broken'))).code).toBe(0);
    expect(await place.tasks()).toEqual([]);
    expect(place.mails().filter((m) => m.includes('已退回'))).toHaveLength(1);
  });
});
