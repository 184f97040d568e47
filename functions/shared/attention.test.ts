import { describe, expect, it } from 'vitest';
import { announced } from '@gongkai/calendar/announced.ts';
import { createCalendar } from '@gongkai/calendar/calendar.ts';
import { firstAttention, nextAttention } from './attention.ts';

const calendar = createCalendar(announced());
const times = { answerWithin: 3, remindAfter: [1, 2], escalateAfter: 3 };
const at = (local: string): Date => new Date(`${local}+08:00`);

describe('when the clock-watcher looks at a task again', () => {
  it('looks first on the first working day after it was opened, at nine', () => {
    // Wednesday 30 September 2026; the next working day is 8 October.
    expect(firstAttention(calendar, times, at('2026-09-30T15:00'))).toBe(
      at('2026-10-08T09:00').toISOString(),
    );
  });

  const createdAt = at('2026-09-21T10:00').toISOString();
  it.each([
    [0, false, '2026-09-22T09:00', 'remind', '2026-09-23T09:00'],
    [1, false, '2026-09-23T09:00', 'remind', '2026-09-24T09:00'],
    [2, false, '2026-09-24T09:00', 'escalate', '2026-10-09T09:00'],
    [2, true, '2026-10-08T09:00', 'remind', '2026-10-14T09:00'],
  ])('after %i reminders (escalated: %s) at %s: %s, then %s', (remindersSent, escalated, now, act, next) => {
    expect(nextAttention(calendar, times, { createdAt, remindersSent, escalated }, at(now))).toEqual({
      act,
      attentionAt: at(next).toISOString(),
    });
  });

  it('escalates at once when a sweep comes late', () => {
    const late = nextAttention(
      calendar,
      times,
      { createdAt, remindersSent: 0, escalated: false },
      at('2026-10-09T12:00'),
    );
    expect(late.act).toBe('escalate');
  });
});
