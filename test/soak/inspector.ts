/** Looks into a Node process that was started with `--inspect`: what its heap holds after a collection, what it waits for. */
import * as z from 'zod';

export interface Inspector {
  /** Bytes in use after everything unreachable was collected. */
  heapAfterCollection: () => Promise<number>;
  /** Sockets, timers, files and the like that keep the process busy. */
  openHandles: () => Promise<number>;
  close: () => void;
}

const targetsSchema = z.array(z.object({ webSocketDebuggerUrl: z.string() })).min(1);
const answerSchema = z.object({ id: z.int().optional(), result: z.unknown().optional() });
const heapSchema = z.object({ usedSize: z.number() });
const valueSchema = z.object({ result: z.object({ value: z.number() }) });

export async function inspect(port: number): Promise<Inspector> {
  const listed: unknown = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
  const socket = new WebSocket(targetsSchema.parse(listed)[0]!.webSocketDebuggerUrl);
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = answerSchema.parse(JSON.parse(String(data)));
    if (id !== undefined) waiting.get(id)?.(result);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  let last = 0;
  const ask = (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return {
    async heapAfterCollection() {
      // What the first collection finalises is collected by the second.
      for (let i = 0; i < 2; i++) await ask('HeapProfiler.collectGarbage');
      return heapSchema.parse(await ask('Runtime.getHeapUsage')).usedSize;
    },
    async openHandles() {
      const expression = 'process.getActiveResourcesInfo().length';
      return valueSchema.parse(await ask('Runtime.evaluate', { expression })).result.value;
    },
    close: () => socket.close(),
  };
}
