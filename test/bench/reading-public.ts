/** The public list over HTTP beside a bare node:http server in the same run, both in processes of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { round } from './journey.ts';
import { startServer } from './server-process.ts';

const seconds = 5;
const connections = 16;

export interface ReadingFigures {
  listPerSecond: number;
  bareHttpPerSecond: number;
  ratio: number;
  p99Ms: number;
  bareP99Ms: number;
  memoryMb: number;
}

export async function benchReading(folder: string): Promise<ReadingFigures> {
  const server = await startServer(folder, 18_081);
  const list = 'http://localhost:18081/columns/policies/index.html';
  const body = await (await fetch(list)).text();
  const bare = await bareServer(18_082, Buffer.byteLength(body));
  try {
    await load('http://localhost:18082/', 1);
    await load(list, 1);
    const floor = await load('http://localhost:18082/', seconds);
    const ours = await load(list, seconds);
    return {
      listPerSecond: Math.round(ours.requests.average),
      bareHttpPerSecond: Math.round(floor.requests.average),
      ratio: Math.round((ours.requests.average / floor.requests.average) * 100) / 100,
      p99Ms: round(ours.latency.p99),
      bareP99Ms: round(floor.latency.p99),
      memoryMb: server.memoryMb(),
    };
  } finally {
    bare.kill();
    await server.stop();
  }
}

const load = (url: string, duration: number): Promise<autocannon.Result> =>
  autocannon({ url, connections, duration });

/** Answers a constant of the same size. */
async function bareServer(port: number, bytes: number): Promise<ChildProcess> {
  const source = `const body = Buffer.alloc(${bytes}, 'x');
    require('node:http').createServer((q, s) => { s.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length }); s.end(body); })
      .listen(${port}, () => console.log('ready'));`;
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}
