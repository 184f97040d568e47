/**
 * Reads files in a process of its own, one after the other. Runs from source, and bundled as `reading-worker.mjs` with
 * `pdfium.wasm` beside it.
 */
import { Worker } from 'node:worker_threads';
import { readBytes } from './read-bytes.ts';
import type { Answer, Question } from './reading-messages.ts';

const mostMemory = 1024 * 1024 * 1024;
/** What WebAssembly has taken it never gives back. */
const keptMemory = 320 * 1024 * 1024;

/** Watches from a thread, which goes on when the reading does not: memory, and whether anybody still waits. */
const guard = `
  const parent = process.ppid;
  setInterval(() => {
    if (process.memoryUsage.rss() > ${mostMemory} || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, 50);`;
new Worker(guard, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref();

// Sent to the whole group when the program is stopped; this process ends with its channel.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

async function answer({ bytes, timeoutMs }: Question): Promise<Answer> {
  try {
    // Ends by itself, with what it could read, before it is ended.
    const result = await readBytes(bytes, performance.now() + timeoutMs * 0.9);
    return { result, last: process.memoryUsage.rss() > keptMemory };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', (question: Question) => {
  void answer(question).then((reply) =>
    process.send?.(reply, () => {
      if ('last' in reply && reply.last) process.exit();
    }),
  );
});
