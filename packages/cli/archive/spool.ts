/** Lines kept in a temporary file until all are there, then read in the order of their keys. Memory holds the keys. */
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonical } from './format.ts';

export interface Spool {
  add(key: string, value: unknown): void;
  readonly size: number;
  readonly lines: number;
  /** Sorted by key, bytewise. */
  sorted(): Generator<Buffer>;
  sha256(): string;
  close(): void;
}

/** For its owner's eyes only; gone after `close`. A key that is added twice counts as it was added last. */
export function createSpool(folder = tmpdir()): Spool {
  const path = join(folder, `gongkai-${randomUUID()}.part`);
  const file = openSync(path, 'wx+', 0o600);
  const places = new Map<string, { at: number; length: number }>();
  let end = 0;
  let size = 0;

  const spool: Spool = {
    add(key, value) {
      const line = Buffer.from(`${canonical(value)}\n`);
      for (let written = 0; written < line.length;)
        written += writeSync(file, line, written, line.length - written, end + written);
      size += line.length - (places.get(key)?.length ?? 0);
      places.set(key, { at: end, length: line.length });
      end += line.length;
    },
    get size() {
      return size;
    },
    get lines() {
      return places.size;
    },
    *sorted() {
      const order = [...places.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      for (const key of order) {
        const { at, length } = places.get(key)!;
        const line = Buffer.alloc(length);
        for (let read = 0; read < length;) {
          const got = readSync(file, line, read, length - read, at + read);
          if (got === 0) throw new Error(`the temporary file ${path} has become shorter`);
          read += got;
        }
        yield line;
      }
    },
    sha256() {
      const hash = createHash('sha256');
      for (const line of spool.sorted()) hash.update(line);
      return hash.digest('hex');
    },
    close() {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
  return spool;
}
