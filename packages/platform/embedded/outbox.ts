/** The trial mode's mail server: .eml files in a folder, and a list of them. */
import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs';
import { appendFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { composeMail, idPart } from '../compose-mail.ts';
import type { Deliver } from '../mail-message.ts';
import type { Clock } from '../ports.ts';

const mailSchema = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** UTC instant by the place's clock. */
  sentAt: z.string(),
});
export type OutboxMail = z.infer<typeof mailSchema>;

export interface Outbox {
  deliver: Deliver;
  /** Newest first; the latest {@link listed}. */
  list: () => OutboxMail[];
}

/** Enough for a page; older ones are in the folder. */
const listed = 2_000;

/** One file per mail id, however often it is delivered. */
export function createOutbox(options: { folder: string; clock: Clock; from: string }): Outbox {
  const { folder, clock, from } = options;
  mkdirSync(folder, { recursive: true });
  const index = createIndex(join(folder, 'index.jsonl'));
  return {
    async deliver(message) {
      const path = join(folder, `${idPart(message.id)}.eml`);
      if (existsSync(path)) return;
      const now = clock.now();
      const { id, to, subject, text } = message;
      const bytes = await composeMail(message, from, now);
      // Listed first: a kill in between repeats the delivery, and the list knows the id.
      await index.add({ id, to, subject, text, sentAt: now.toISOString() });
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
    },
    list: () => index.read().toReversed(),
  };
}

/** Lines are only ever appended, so a reader goes on where it stopped, also beside another process that writes. */
function createIndex(path: string) {
  const mails = new Map<string, OutboxMail>();
  let offset = 0;
  let rest = Buffer.alloc(0);
  const readOn = (): void => {
    const file = openSync(path, 'a+');
    try {
      const chunk = Buffer.alloc(1024 * 1024);
      for (let n = readSync(file, chunk, 0, chunk.length, offset); n > 0;) {
        offset += n;
        rest = takeLines(Buffer.concat([rest, chunk.subarray(0, n)]));
        n = readSync(file, chunk, 0, chunk.length, offset);
      }
    } finally {
      closeSync(file);
    }
  };
  const takeLines = (bytes: Buffer): Buffer<ArrayBuffer> => {
    const end = bytes.lastIndexOf(0x0a) + 1;
    for (const line of bytes.toString('utf8', 0, end).split('\n')) take(line);
    return Buffer.from(bytes.subarray(end));
  };
  const take = (line: string): void => {
    const mail = parseLine(line);
    if (!mail || mails.has(mail.id)) return;
    mails.set(mail.id, mail);
    if (mails.size > listed) mails.delete(mails.keys().next().value!);
  };
  return {
    add(mail: OutboxMail): Promise<void> {
      // A line break on both sides: half a line left by a kill spoils only itself.
      return appendFile(path, `\n${JSON.stringify(mail)}\n`);
    },
    read(): OutboxMail[] {
      readOn();
      return [...mails.values()];
    },
  };
}

function parseLine(line: string): OutboxMail | undefined {
  try {
    return mailSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
