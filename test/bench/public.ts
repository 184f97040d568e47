/** A list and a document over HTTP beside a bare node:http server in the same run, each in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { openCounty } from './county.ts';
import { type Figure, figure } from './figure.ts';
import { publishMany } from './journey.ts';
import { startServer } from './server-process.ts';

/** Each against each in turn, a second long: a machine that is busy for a while is busy for both. */
const rounds = 7;
const connections = 16;
const site = 'http://localhost:18081';
const bareSite = 'http://localhost:18082/';

export async function benchPublic(folder: string): Promise<Figure[]> {
  const data = join(folder, 'public');
  const county = await openCounty(data);
  await publishMany(county, { documents: 40, atOnce: 8 });
  const document = await county.publish(50);
  await county.close();
  const server = await startServer(data, 18_081);
  try {
    return [
      ...(await compare('a list', `${site}/columns/policies/index.html`)),
      ...(await compare('a document', `${site}/documents/${document}.html`)),
      figure('memory of the server afterwards', server.memoryMb(), 'MB', { atMost: 250 }),
    ];
  } finally {
    await server.stop();
  }
}

async function compare(name: string, url: string): Promise<Figure[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  const bare = await bareServer((await response.bytes()).byteLength);
  try {
    for (const warm of [bareSite, url]) await load(warm);
    const pairs: [floor: autocannon.Result, ours: autocannon.Result][] = [];
    for (let round = 0; round < rounds; round++) pairs.push([await load(bareSite), await load(url)]);
    return [
      figure(`${name}, requests`, median(pairs.map(([, ours]) => ours.requests.average)), '/s'),
      figure(
        `${name}, requests`,
        median(pairs.map(([floor, ours]) => ours.requests.average / floor.requests.average)),
        '× bare',
        { atLeast: 0.8 },
      ),
      figure(
        `${name}, p99`,
        // Autocannon counts whole milliseconds.
        median(pairs.map(([floor, ours]) => (ours.latency.p99 + 1) / (floor.latency.p99 + 1))),
        '× bare',
        { atMost: 2 },
      ),
    ];
  } finally {
    bare.kill();
    await once(bare, 'exit');
  }
}

const load = (url: string): Promise<autocannon.Result> => autocannon({ url, connections, duration: 1 });

/** Of an odd number of values. */
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

/** Answers a constant of the same size. */
async function bareServer(bytes: number): Promise<ChildProcess> {
  const source = `const body = Buffer.alloc(${bytes}, 'x');
    require('node:http').createServer((q, s) => { s.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length }); s.end(body); })
      .listen(18082, () => console.log('ready'));`;
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}
