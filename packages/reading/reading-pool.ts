/** A few processes that work on files, started when wanted and kept while files keep coming. */
import type { Exchange } from './reading-messages.ts';
import { ReadingProcess } from './reading-process.ts';

/** Memory goes back to the machine when nothing comes. */
const keptIdleMs = 60_000;

/**
 * Asks at most `size` processes at once. Throws what {@link ReadingProcess.ask} throws; the time limit counts from
 * when a process takes the file up.
 */
export function createPool<E extends Exchange>(
  worker: () => URL,
  size: number,
): (question: E['question']) => Promise<E['result']> {
  type Worker = ReadingProcess<E>;
  const idle = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let free = size;

  const take = (): Worker => {
    for (const one of idle) {
      idle.delete(one);
      if (one.usable) return one;
    }
    return new ReadingProcess(worker());
  };
  const keep = (one: Worker): void => {
    idle.add(one);
    setTimeout(() => {
      if (idle.delete(one)) one.end();
    }, keptIdleMs).unref();
  };

  return async (question) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    const one = take();
    try {
      return await one.ask(question);
    } finally {
      if (one.usable) keep(one);
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
