/** Mail of one machine: a durable queue, and the ways out of it. */
export type { Deliver } from '../mail-message.ts';
export { createMailQueue, type MailQueue } from './mail-queue.ts';
export { createOutbox } from './outbox.ts';
export { createSmtp } from '../smtp.ts';
