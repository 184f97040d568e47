/** Mail of one machine: a durable queue, and the ways out of it. */
export { createMailQueue, type Deliver, type MailQueue } from './mail-queue.ts';
export { createOutbox, type Outbox, type OutboxMail } from './outbox.ts';
export { createSmtp } from './smtp.ts';
