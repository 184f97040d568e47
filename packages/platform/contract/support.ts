/** Suites may run against a table or bucket that others use too: every test has names of its own. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../ports.ts';

export const unique = (): string => randomUUID().slice(0, 13);

/** A clock the test moves. */
export interface TestClock extends Clock {
  ahead(milliseconds: number): void;
}

export function testClock(start = new Date()): TestClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    ahead(milliseconds) {
      at += milliseconds;
    },
  };
}

/** Numbers 0 … n-1 through `make`. */
export const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));
