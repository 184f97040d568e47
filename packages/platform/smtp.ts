/** Delivery through a mail server. */
import { createTransport } from 'nodemailer';
import { mailFields } from './compose-mail.ts';
import type { Deliver } from './mail-message.ts';

/** No connection or answer hangs the queue longer than this. */
const patienceMs = 30_000;

/** `url`: `smtps://user:password@host:465`, or `smtp://host:587`, which turns to TLS when the server offers it. */
export function createSmtp({ url, from }: { url: string; from: string }): Deliver {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    pool: true,
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  return async (message) => {
    await transport.sendMail(mailFields(message, from, new Date()));
  };
}
