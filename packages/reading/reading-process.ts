/**
 * A process that reads files, so that none of them can end or stop the program. Measured: a thread that runs out of
 * memory takes its program with it (large arrays, maps, split and match end in V8's fatal error, resource limits or
 * not). A process starts in 40 ms, is asked and answers in 0.3 ms, and takes 20 MB in 50 ms.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Answer, Exchange } from './reading-messages.ts';
import { Refusal } from './refusal.ts';

const heapMb = 640;
/** What a process says when it cannot start. */
const keptWords = 4_000;

/** Beside a bundle lies the bundled worker; in the source tree its source, beside the module that asks. */
export function workerFile(name = 'reading-worker', here: string = import.meta.url): URL {
  const bundled = new URL(`./${name}.mjs`, here);
  return existsSync(bundled) ? bundled : new URL(`./${name}.ts`, here);
}

export class ReadingProcess<E extends Exchange> {
  readonly #child: ChildProcess;
  #words = '';
  #usable = true;

  constructor(worker: URL) {
    const { LD_LIBRARY_PATH } = process.env;
    this.#child = fork(fileURLToPath(worker), {
      serialization: 'advanced',
      // Files of strangers: no writing, no programs, nothing of the environment.
      execArgv: [
        '--permission',
        '--allow-fs-read=*',
        '--allow-worker',
        '--disable-warning=PERM0006',
        `--max-old-space-size=${heapMb}`,
      ],
      env: LD_LIBRARY_PATH === undefined ? {} : { LD_LIBRARY_PATH },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (words: Buffer) => {
      this.#words = (this.#words + words.toString()).slice(-keptWords);
    });
    this.#child.once('exit', () => (this.#usable = false));
    this.#hold(false);
  }

  /** Whether it can be asked again. */
  get usable(): boolean {
    return this.#usable;
  }

  /** One question at a time. Throws {@link Refusal}: too-slow, too-large, damaged. */
  async ask(question: E['question']): Promise<E['result']> {
    const { promise, resolve, reject } =
      Promise.withResolvers<Exclude<Answer<E['result']>, { wait: number }>>();
    const tooSlow = (): void => {
      reject(new Refusal('too-slow'));
      this.end();
    };
    let timer = setTimeout(tooSlow, question.timeoutMs);
    const answered = (answer: Answer<E['result']>): void => {
      if (!('wait' in answer)) return resolve(answer);
      clearTimeout(timer);
      timer = setTimeout(tooSlow, question.timeoutMs + answer.wait);
    };
    const exited = (code: number | null, signal: string | null): void =>
      reject(this.#reasonOfEnd(code, signal));
    this.#child.on('message', answered).once('exit', exited).once('error', reject);
    this.#hold(true);
    try {
      this.#child.send(question, (error) => error && reject(error));
      const answer = await promise;
      if ('failed' in answer) throw new Error(`the reader failed: ${answer.failed}`);
      if ('refused' in answer) throw new Refusal(answer.refused.code, answer.refused.message);
      if (answer.last) this.#usable = false;
      return answer.result;
    } finally {
      clearTimeout(timer);
      this.#child.off('message', answered).off('exit', exited).off('error', reject);
      this.#hold(false);
    }
  }

  end(): void {
    this.#usable = false;
    this.#child.kill('SIGKILL');
  }

  /** The guard inside kills it for its memory, V8 aborts at the limit of its heap; other signals are crashes. */
  #reasonOfEnd(code: number | null, signal: string | null): Error {
    if (signal === null) return new Error(`the reader ended with ${code}: ${this.#words}`);
    return new Refusal(['SIGKILL', 'SIGABRT', 'SIGTRAP'].includes(signal) ? 'too-large' : 'damaged');
  }

  /** A program that waits for no answer may end. */
  #hold(on: boolean): void {
    const change = on ? 'ref' : 'unref';
    this.#child[change]();
    this.#child.channel?.[change]();
    if (this.#child.stderr instanceof Socket) this.#child.stderr[change]();
  }
}
