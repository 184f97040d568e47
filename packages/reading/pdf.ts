/** Reads PDF files in a worker thread under a time limit. One warm worker is kept and used again, in turn. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { pdfContent } from './pdf-layout.ts';
import type { PdfAnswer, PdfQuestion } from './pdf-messages.ts';
import { Refusal } from './refusal.ts';
import type { Content } from './types.ts';

/** Beside a bundle lies the bundled worker; in the source tree its source. */
export function workerFile(here: string = import.meta.url): URL {
  const bundled = new URL('./pdf-worker.mjs', here);
  return existsSync(bundled) ? bundled : new URL('./pdf-worker.ts', here);
}

let warm: Worker | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** Throws {@link Refusal}. The time limit counts from when the worker takes this file up. */
export async function readPdf(bytes: Uint8Array, timeoutMs: number): Promise<Content> {
  const mine = turn.then(() => ask(bytes, timeoutMs));
  turn = mine.catch(() => undefined);
  const answer = await mine;
  if (!answer.ok) throw new Refusal(answer.code);
  return pdfContent(answer);
}

function ask(bytes: Uint8Array, timeoutMs: number): Promise<PdfAnswer> {
  const worker = (warm ??= start());
  const { promise, resolve, reject } = Promise.withResolvers<PdfAnswer>();
  const timer = setTimeout(() => {
    end(worker);
    reject(new Refusal('too-slow'));
  }, timeoutMs);
  const answered = (answer: PdfAnswer): void => {
    if (!answer.ok && answer.dead) end(worker);
    resolve(answer);
  };
  const failed = (error: Error): void => {
    end(worker);
    reject(error);
  };
  const exited = (): void => failed(new Error('the PDF worker ended before it answered'));
  worker.once('message', answered).once('error', failed).once('exit', exited);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage({ bytes } satisfies PdfQuestion);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', answered).off('error', failed).off('exit', exited);
  });
}

function start(): Worker {
  const worker = new Worker(workerFile());
  // A process that has nothing else to do may end.
  worker.unref();
  return worker;
}

/** WebAssembly memory is bounded by nothing but the end of its thread. */
function end(worker: Worker): void {
  if (warm === worker) warm = undefined;
  void worker.terminate();
}
