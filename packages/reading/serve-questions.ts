/** The inside of a process that works on files, one after the other. */
import { Worker } from 'node:worker_threads';
import type { Answer, Exchange } from './reading-messages.ts';
import { Refusal } from './refusal.ts';

const mostMemory = 1024 * 1024 * 1024;
/** What WebAssembly has taken it never gives back. */
const keptMemory = 320 * 1024 * 1024;

/** Watches from a thread, which goes on when the work does not: memory, and whether anybody still waits. */
const guard = `
  const parent = process.ppid;
  setInterval(() => {
    if (process.memoryUsage.rss() > ${mostMemory} || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, 50);`;

/** `deadline` on the clock of `performance.now()`; `wait` asks for more time. A {@link Refusal} is an answer, anything else a fault. */
export function serveQuestions<E extends Exchange>(
  work: (question: E['question'], deadline: number, wait: (ms: number) => void) => Promise<E['result']>,
): void {
  new Worker(guard, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref();
  // Sent to the whole group when the program is stopped; this process ends with its channel.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

  const wait = (ms: number): void => void process.send?.({ wait: ms } satisfies Answer<never>);
  const answer = async (question: E['question']): Promise<Answer<E['result']>> => {
    try {
      // Ends by itself, with what it could do, before it is ended.
      const result = await work(question, performance.now() + question.timeoutMs * 0.9, wait);
      return { result, last: process.memoryUsage.rss() > keptMemory };
    } catch (error) {
      if (error instanceof Refusal) return { refused: { code: error.code, message: error.message } };
      return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  process.on('message', (question: E['question']) => {
    void answer(question).then((reply) =>
      process.send?.(reply, () => {
        if ('last' in reply && reply.last) process.exit();
      }),
    );
  });
}
