/** Two reading processes at most, started when wanted and kept while files keep coming. */
import type { Question } from './reading-messages.ts';
import { ReadingProcess } from './reading-process.ts';
import type { ReadResult } from './types.ts';

/** Memory goes back to the machine when nothing comes. */
const keptIdleMs = 60_000;

const idle = new Set<ReadingProcess>();
const waiting: (() => void)[] = [];
/** More than one, so that a file which uses up its time holds up nobody. */
let free = 2;

/** Throws {@link Refusal}. The time limit counts from when a process takes the file up. */
export async function readInPool(question: Question): Promise<ReadResult> {
  if (free > 0) free--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  const reader = take();
  try {
    return await reader.ask(question);
  } finally {
    if (reader.usable) keep(reader);
    const next = waiting.shift();
    if (next) next();
    else free++;
  }
}

function take(): ReadingProcess {
  for (const reader of idle) {
    idle.delete(reader);
    if (reader.usable) return reader;
  }
  return new ReadingProcess();
}

function keep(reader: ReadingProcess): void {
  idle.add(reader);
  setTimeout(() => {
    if (idle.delete(reader)) reader.end();
  }, keptIdleMs).unref();
}
