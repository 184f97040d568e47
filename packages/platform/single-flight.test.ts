import { describe, expect, it } from 'vitest';
import { createSingleFlight } from './single-flight.ts';

describe('single flight', () => {
  it('never runs a job beside itself, and lets those who wait share one run that starts after they asked', async () => {
    const once = createSingleFlight();
    let running = 0;
    let runs = 0;
    const seen: number[] = [];
    let written = 0;
    const run = async (): Promise<void> => {
      expect(++running).toBe(1);
      runs++;
      seen.push(written);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
    };
    const first = once('list', run);
    const waiting = [1, 2, 3].map((n) => {
      written = n;
      return once('list', run);
    });
    await Promise.all([first, ...waiting]);
    expect(runs).toBe(2);
    expect(seen).toEqual([0, 3]);
  });

  it('keeps jobs of different names apart, and goes on after a failure', async () => {
    const once = createSingleFlight();
    await expect(once('a', () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    const done: string[] = [];
    await Promise.all([
      once('a', async () => void done.push('a')),
      once('b', async () => void done.push('b')),
    ]);
    expect(done.sort()).toEqual(['a', 'b']);
  });
});
