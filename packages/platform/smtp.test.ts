import { simpleParser } from 'mailparser';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openMailServer } from '../../test/support/mail-server.ts';
import { createSmtp } from './smtp.ts';

const mailServer = async (answer?: string) => {
  const server = await openMailServer(answer);
  onTestFinished(server.close);
  return server;
};

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
