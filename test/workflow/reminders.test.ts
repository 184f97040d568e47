import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { localDate, localMinute } from '@gongkai/calendar/local-date.ts';
import { openTrial } from '@gongkai/cli/trial.ts';
import { peopleOf, textOf } from '../support/people.ts';
import { openTestTrial, temporaryFolder } from '../support/trial.ts';

describe('a review nobody answers', () => {
  it.each([
    ['on an ordinary Monday', '2026-09-21T01:00:00Z', ['2026-09-22', '2026-09-23', '2026-09-24']],
    [
      'at 23:30 in the county, which is still that day',
      '2026-09-21T15:30:00Z',
      ['2026-09-22', '2026-09-23', '2026-09-24'],
    ],
    ['before the Mid-Autumn holiday', '2026-09-23T01:00:00Z', ['2026-09-24', '2026-09-28', '2026-09-29']],
    [
      'before National Day, with the make-up Saturday after it',
      '2026-09-30T01:00:00Z',
      ['2026-10-08', '2026-10-09', '2026-10-10'],
    ],
    ['on a holiday', '2026-10-03T02:00:00Z', ['2026-10-08', '2026-10-09', '2026-10-10']],
    [
      'at the end of a year, the next being not announced',
      '2026-12-29T01:00:00Z',
      ['2026-12-30', '2026-12-31', '2027-01-02'],
    ],
    [
      'before the make-up Saturday ahead of the Spring Festival',
      '2026-02-13T01:00:00Z',
      ['2026-02-14', '2026-02-24', '2026-02-25'],
    ],
  ])(
    '%s is reminded of on the first and second working day and escalated on the third',
    async (_, start, days) => {
      const opened = await openTestTrial({ start: new Date(start) });
      const { handIn, openTask } = peopleOf(opened);
      const id = await handIn(textOf('care-allowance'));
      const { due } = await openTask(id, 'confirm-attribute');
      // A provisional due date may be later than the earliest day it can be, on which is escalated.
      expect(due.date >= days[2]! && (due.status === 'provisional' || due.date === days[2])).toBe(true);
      await opened.trial.advance('14d');

      const sent = (await opened.trial.outbox()).toReversed();
      const when = (pattern: RegExp, to: string): string[] =>
        sent.filter((m) => m.to === to && pattern.test(m.subject)).map((m) => localMinute(m.sentAt));
      const atNine = days.map((day) => `${day} 09:00`);
      expect(when(/确认公开属性/, 'head@civil-affairs.demo').slice(1, 3)).toEqual(atNine.slice(0, 2));
      for (const to of [
        'vice-head@civil-affairs.demo',
        'editor@county-office.demo',
        'editor2@county-office.demo',
      ])
        expect(when(/逾期未办/, to)).toEqual([atNine[2]]);
      expect(when(/逾期未办/, 'head@civil-affairs.demo')).toEqual([]);

      const calendar = await opened.place.deps.calendar();
      const reminded = sent.filter((m) => /提醒|逾期/.test(m.subject)).map((m) => localDate(m.sentAt));
      expect(reminded.filter((day) => calendar.isWorkingDay(day) === false)).toEqual([]);
    },
  );
});

describe('a holiday notice that is announced later', () => {
  it('recomputes what is open, and tells whoever has less time now', async () => {
    const folder = temporaryFolder();
    const opened = await openTrial(folder, 8080, {}, new Date('2026-12-28T01:00:00Z'));
    const { handIn, openTask, mails } = peopleOf(opened);
    const id = await handIn(textOf('care-allowance'));
    const before = (await openTask(id, 'confirm-attribute')).due;
    expect(before.status).toBe('final');
    const withdrawn = await handIn(textOf('care-allowance'));
    await opened.trial.advance('1d');
    const later = await handIn(textOf('care-allowance'), { title: '跨年的文件' });
    expect((await openTask(later, 'confirm-attribute')).due).toMatchObject({
      date: '2027-01-04',
      status: 'provisional',
    });
    writeFileSync(join(folder, 'calendar.json'), JSON.stringify(notice2027));
    await opened.trial.advance('15m');
    const moved = (await openTask(later, 'confirm-attribute')).due;
    expect(moved).toMatchObject({ date: '2027-01-02', status: 'final' });
    expect((await openTask(id, 'confirm-attribute')).due).toMatchObject({
      date: before.date,
      status: 'final',
    });
    expect((await openTask(withdrawn, 'confirm-attribute')).due.calendarVersion).toBe(moved.calendarVersion);
    const told = (await mails()).filter((m) => m.startsWith('期限提前'));
    expect(told).toHaveLength(2);
    expect(told.every((m) => m.includes('跨年的文件'))).toBe(true);
    await opened.trial.advance('15m');
    expect((await mails()).filter((m) => m.startsWith('期限提前'))).toHaveLength(2);
    await opened.place.close();
  });
});

/** Invented: New Year's Day alone is free, and the Saturday after it is worked. */
const notice2027 = {
  version: '2027-1',
  years: { 2027: { source: '国办发明电〔2026〕99号', off: ['2027-01-01'], work: ['2027-01-02'] } },
};
