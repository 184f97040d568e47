/**
 * Runs what is due, oldest first, a bounded number of threads at a time. A thread keeps its place until it waits
 * for something. Timers are the due index, looked at several times a second: setTimeout overflows after 24.8 days,
 * and would not notice a clock that was moved.
 */
import type { Clock } from '../../ports.ts';
import type { Calls } from './calls.ts';
import type { Frame, Frames } from './frames.ts';

interface RunnerDeps {
  clock: Clock;
  calls: Calls;
  frames: Frames;
  step: (frame: Frame) => Promise<Frame | undefined>;
  /** The clock shows less than before, or for the first time. */
  onClockBack: () => void;
  /** Ends executions that ran too long. */
  endOverdue: () => void;
  concurrency: number;
  /** The interpreter itself could not go on, e.g. because the disk is full. It tries again. */
  onFault: (error: unknown) => void;
}

const pollMs = 250;
/** A full disk is reported every few seconds, not hundreds of times. */
const restMs = 5_000;

export function createRunner(deps: RunnerDeps) {
  const { clock, calls, frames, step, onClockBack, endOverdue, concurrency, onFault } = deps;
  const running = new Map<number, Promise<void>>();
  /** Met a fault; tried again at the given time of the process. */
  const resting = new Map<number, number>();
  const waiters = new Set<PromiseWithResolvers<void>>();
  let background = false;
  let timer: NodeJS.Timeout | undefined;
  let lastSeen = Number.POSITIVE_INFINITY;

  const active = (): boolean => background || waiters.size > 0;

  const fault = (error: unknown): void => {
    onFault(error);
    for (const waiter of waiters) waiter.reject(error);
    waiters.clear();
  };

  const pump = (): void => {
    if (!active()) return;
    try {
      const now = clock.now().getTime();
      if (now < lastSeen) onClockBack();
      lastSeen = now;
      endOverdue();
      const taken = running.size + resting.size;
      for (const id of frames.due(now, concurrency + taken)) {
        if (running.size >= concurrency) break;
        if (!running.has(id) && !((resting.get(id) ?? 0) > performance.now())) running.set(id, drive(id));
      }
    } catch (error) {
      fault(error);
    }
    if (running.size > 0) return;
    for (const waiter of waiters) waiter.resolve();
    waiters.clear();
  };

  const drive = async (id: number): Promise<void> => {
    try {
      resting.delete(id);
      // Lets requests of the same process through between two steps.
      await breath();
      let frame = frames.load(id);
      while (frame && active()) {
        frame = await step(frame);
        await breath();
      }
    } catch (error) {
      resting.set(id, performance.now() + restMs);
      fault(error);
    } finally {
      running.delete(id);
      pump();
    }
  };

  const poll = (): void => {
    calls.expire();
    pump();
  };

  const keepTime = (): void => {
    if (active()) timer ??= setInterval(poll, pollMs);
    else {
      clearInterval(timer);
      timer = undefined;
    }
  };

  return {
    wake: pump,
    isRunning: (id: number): boolean => running.has(id),
    run(): void {
      background = true;
      keepTime();
      pump();
    },
    /** Until nothing is due. Rejects when the interpreter itself meets a fault. */
    async settle(): Promise<void> {
      const waiter = Promise.withResolvers<void>();
      waiters.add(waiter);
      keepTime();
      resting.clear();
      poll();
      await waiter.promise.finally(keepTime);
    },
    /** Every thread stops after the step it is in. */
    async stop(): Promise<void> {
      background = false;
      for (const waiter of waiters) waiter.reject(new Error('the workflow was stopped'));
      waiters.clear();
      keepTime();
      await Promise.all(running.values());
    },
  };
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
