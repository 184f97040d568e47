/** Who sends a request drop by drop holds a connection only so long. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { listen } from '@gongkai/cli/server.ts';
import { freePort } from '../support/free-port.ts';
import { openTestTrial } from '../support/trial.ts';

it.each([
  ['a head that never ends', 'GET / HTTP/1.1\r\nhost: localhost\r\nx-a: b\r\n'],
  [
    'a body that never comes',
    'POST /portal/sign-in HTTP/1.1\r\nhost: localhost\r\norigin: http://localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\nemail=',
  ],
])('%s is answered with 408 and cut off, and others are served meanwhile', async (_, begun) => {
  const { place, trial } = await openTestTrial();
  await place.buildSite();
  const port = await freePort();
  const short = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 100 };
  const server = await listen(place, port, trial, short);
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(begun);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  await once(socket, 'close');
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
