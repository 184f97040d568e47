/** As much of a mail server as a county needs: it keeps what it is given, and refuses while it is told to. */
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { once } from 'node:events';

export interface MailServer {
  port: number;
  /** As they came, oldest first. */
  received: string[];
  commands: string[];
  /** Answers to what is handed over; `250 kept` unless set. */
  answer: string;
  /** Told of every mail that was kept. */
  onMail?: (eml: string) => void;
  close: () => void;
}

export async function openMailServer(answer = '250 kept'): Promise<MailServer> {
  const server = createServer((socket) => {
    let lines: string[] | undefined;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    socket.on('error', () => undefined);
    const reader = createInterface({ input: socket });
    // Whoever writes may be killed in the middle of a mail.
    reader.on('error', () => undefined);
    reader.on('line', (line) => {
      if (lines && line !== '.') lines.push(line);
      else if (lines) {
        say(take(lines.join('\r\n')));
        lines = undefined;
      } else {
        mails.commands.push(line);
        if (line === 'DATA') lines = [];
        say(answerTo[line.split(' ')[0]!] ?? '250 ok');
      }
    });
    say('220 ready');
  }).listen(0, '127.0.0.1');
  const take = (eml: string): string => {
    if (mails.answer.startsWith('250')) {
      mails.received.push(eml);
      mails.onMail?.(eml);
    }
    return mails.answer;
  };
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const mails: MailServer = {
    port,
    received: [],
    commands: [],
    answer,
    close: () => void server.close(),
  };
  return mails;
}

const answerTo: Record<string, string> = { DATA: '354 go on', EHLO: '250 AUTH PLAIN', AUTH: '235 in' };
