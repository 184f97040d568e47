import { describe, expect, it } from 'vitest';
import type { Area, Files } from '@gongkai/platform/ports.ts';
import { openPlace } from '@gongkai/cli/place.ts';
import { openTrial } from '@gongkai/cli/trial.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';
import { peopleOf, publicForm, textOf } from '../support/people.ts';
import { monday, openTestTrial, temporaryFolder } from '../support/trial.ts';
import { visitors } from '../support/visitor.ts';
import { submitForm } from '@gongkai/functions/portal/upload/submit-form.ts';

/** From now on writing into the area fails as a full disk does; `free` makes room. */
function fillDisk(files: Files, area: Area): { free: () => void } {
  const put = files.put.bind(files);
  files.put = async (into, ...rest) => {
    if (into === area)
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    return put(into, ...rest);
  };
  return { free: () => void (files.put = put) };
}

describe('a full disk', () => {
  it('refuses the upload with a reason, and takes it when there is room again', async () => {
    const opened = await openTestTrial();
    const { person, document } = peopleOf(opened);
    const { send } = visitors(opened);
    const { documentId, posts } = await submitForm(opened.place.deps, {
      person: await person('clerk'),
      form: publicForm,
      files: [{ name: '通知.txt', size: 9 }],
    });
    const disk = fillDisk(opened.place.deps.files, 'inbox');
    const refused = await send(posts[0]!, textOf('care-allowance'));
    expect(refused.status).toBe(507);
    expect(JSON.parse(refused.html)).toEqual({
      code: 'InsufficientStorage',
      message: '服务器存储空间已满，文件没有保存，请稍后再试并通知系统管理员。',
    });
    expect((await document(documentId)).state).toBe('awaiting-upload');
    disk.free();
    expect((await send(posts[0]!, textOf('care-allowance'))).status).toBe(204);
    expect((await document(documentId)).state).toBe('in-review');
  });

  it.each([['records'], ['public']] as const)(
    'of %s stops a document where it is; it goes on by itself',
    async (area) => {
      const opened = await openTestTrial();
      const people = peopleOf(opened);
      const { place, trial } = opened;
      const disk = fillDisk(place.deps.files, area);
      const id = await people.handIn(textOf('care-allowance'));
      if (area === 'public') await people.approveAll(id);
      expect((await people.document(id)).state).not.toBe('returned');
      expect(await place.deps.workflow.describe('publication', `${id}-1`)).toMatchObject({
        status: 'RUNNING',
      });
      await trial.advance('1d');
      disk.free();
      await trial.advance('2h');
      if (area === 'records') await people.approveAll(id);
      const done = await people.document(id);
      expect(done.state).toBe('published');
      expect(await people.publicPage(done.publication!.path)).toContain('高龄津贴');
      expect(await people.publicPage('all/feed.json')).toContain(id);
      const mails = await people.mails();
      for (const subject of new Set(mails.filter((m) => /审查|确认|已公开/.test(m) && !m.startsWith('提醒'))))
        expect([subject, new Set(await addressed(trial, subject)).size]).toEqual([
          subject,
          (await addressed(trial, subject)).length,
        ]);
    },
  );
});

const addressed = async (
  trial: { outbox: () => Promise<{ to: string; subject: string }[]> },
  subject: string,
): Promise<string[]> => (await trial.outbox()).filter((m) => m.subject.endsWith(subject)).map((m) => m.to);

describe('a mail server that is down for a day', () => {
  it('loses no mail and sends none twice; the portal goes on meanwhile', async () => {
    const folder = temporaryFolder();
    const first = await openTrial(folder, 8080, {}, monday);
    await first.place.close();
    const sent: MailMessage[] = [];
    let down = true;
    const { settings } = first.place.deps;
    const place = openPlace({
      folder,
      settings,
      inboxUrl: 'http://localhost:8080/inbox',
      movableClock: true,
      deliver: () => async (message) => {
        if (down) throw new Error('connect ECONNREFUSED');
        sent.push(message);
      },
    });
    const people = peopleOf({ place, trial: { outbox: async () => [], advance: async () => '' } });
    const id = await people.handIn(textOf('care-allowance'));
    await people.approve(id, 'confirm-attribute', 'head');
    const in24Hours = new Date(place.deps.clock.now().getTime() + 24 * 3_600_000);
    await place.advanceTo(in24Hours);
    expect(sent).toEqual([]);
    expect(place.mail.waiting()).toBeGreaterThan(3);
    down = false;
    await place.advanceTo(new Date(in24Hours.getTime() + 2 * 3_600_000));
    expect(place.mail.waiting()).toBe(0);
    expect(new Set(sent.map((m) => m.id)).size).toBe(sent.length);
    const to = (pattern: RegExp): string[] =>
      sent
        .filter((m) => pattern.test(m.subject))
        .map((m) => m.to)
        .toSorted();
    expect(to(/】确认公开属性/)).toEqual(['head@civil-affairs.demo', 'vice-head@civil-affairs.demo']);
    expect(to(/】保密审查/)).toEqual(['secrecy@civil-affairs.demo']);
    expect(to(/】提醒：保密审查/)).toEqual(['secrecy@civil-affairs.demo']);
    expect(localDate(place.deps.clock.now())).toBe('2026-09-22');
    await people.approve(id, 'secrecy-review', 'secrecy');
    await people.approve(id, 'publication-review', 'editor');
    expect((await people.document(id)).state).toBe('published');
    await place.close();
  });
});
