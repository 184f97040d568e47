import { describe, expect, it } from 'vitest';
import { announced } from '@gongkai/calendar/announced.ts';
import { createCalendar } from '@gongkai/calendar/calendar.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { after } from './duration.ts';

const calendar = createCalendar(announced());
const now = new Date('2026-09-24T01:30:00Z');

describe('durations as people type them', () => {
  it.each([
    ['15m', '2026-09-24T01:45:00.000Z'],
    ['2h', '2026-09-24T03:30:00.000Z'],
    ['3d', '2026-09-27T01:30:00.000Z'],
    ['1w', '2026-10-01T01:30:00.000Z'],
    ['1y', '2027-09-24T01:30:00.000Z'],
    // 25 to 27 September are 中秋 off; 28 September is the first working day.
    ['1wd', '2026-09-28T01:30:00.000Z'],
  ])('%s from 24 September 2026 is %s', (duration, then) => {
    expect(after(now, duration, calendar).toISOString()).toBe(then);
  });
  it.each(['', '3', 'd', '-1d', '1.5h', '99999d', '3 days'])(
    'refuses “%s” with how to write it',
    (duration) => {
      expect(() => after(now, duration, calendar)).toThrow(InputRefused);
    },
  );
});
