import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { simpleParser } from 'mailparser';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSmtp } from './smtp.ts';

/** As much of a mail server as one mail needs. */
async function mailServer(answerToData = '250 kept') {
  const received: string[] = [];
  const commands: string[] = [];
  const server = createServer((socket) => {
    let lines: string[] | undefined;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    socket.on('error', () => undefined);
    createInterface({ input: socket }).on('line', (line) => {
      if (lines && line !== '.') return void lines.push(line);
      if (lines) {
        received.push(lines.join('\r\n'));
        lines = undefined;
        return say(answerToData);
      }
      commands.push(line);
      if (line === 'DATA') lines = [];
      say(
        line === 'DATA'
          ? '354 go on'
          : line.startsWith('EHLO')
            ? '250 AUTH PLAIN'
            : line.startsWith('AUTH')
              ? '235 in'
              : '250 ok',
      );
    });
    say('220 ready');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  return { received, commands, port };
}

const message = {
  id: 'task-1',
  to: 'head@county.example',
  subject: '请审查',
  text: '链接',
  html: '<p>链接</p>',
};

describe('SMTP', () => {
  it('hands over the mail with its own Message-ID, text before HTML', async () => {
    const { received, commands, port } = await mailServer();
    const deliver = createSmtp({
      url: `smtp://us%40er:p%3Aw@127.0.0.1:${port}`,
      from: 'gongkai@county.example',
    });
    await deliver(message);
    const eml = await simpleParser(received[0]!);
    expect(eml).toMatchObject({ messageId: '<task-1@county.example>', subject: '请审查', text: '链接' });
    expect(eml.headers.get('auto-submitted')).toBe('auto-generated');
    expect(received[0]!.indexOf('text/plain')).toBeLessThan(received[0]!.indexOf('text/html'));
    const auth = commands.find((c) => c.startsWith('AUTH'))!;
    expect(Buffer.from(auth.split(' ')[2]!, 'base64').toString()).toBe('\0us@er\0p:w');
  });

  it('fails when the server refuses, so that the queue keeps the mail', async () => {
    const { port } = await mailServer('550 no');
    const deliver = createSmtp({ url: `smtp://127.0.0.1:${port}`, from: 'gongkai@county.example' });
    await expect(deliver(message)).rejects.toThrow('550');
  });
});
