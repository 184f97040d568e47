import { describe, expect, it } from 'vitest';
import { testClock } from '../contract/support.ts';
import { createMovableClock } from './clock.ts';
import { openDatabase } from './database.ts';

describe('the clock of the trial mode', () => {
  const start = new Date('2026-03-02T01:00:00Z');
  const later = new Date('2027-03-02T01:00:00Z');

  it('moves forward and runs on from there, also after a restart', () => {
    const db = openDatabase(':memory:');
    const base = testClock(start);
    createMovableClock(db, base).moveTo(later);
    const restarted = createMovableClock(db, base);
    expect(restarted.now()).toEqual(later);
    expect(restarted.offset).toBe(later.getTime() - start.getTime());
    base.ahead(5_000);
    expect(restarted.now()).toEqual(new Date(later.getTime() + 5_000));
  });

  it('never goes back: what was to come a moment ago may have passed by now', () => {
    const base = testClock(start);
    const clock = createMovableClock(openDatabase(':memory:'), base);
    clock.moveTo(later);
    base.ahead(1);
    clock.moveTo(later);
    expect(clock.now()).toEqual(new Date(later.getTime() + 1));
    expect(() => clock.moveTo(new Date(Number.NaN))).toThrow(RangeError);
  });
});
