/** Public files from memory: read once, kept within a bound, forgotten when somebody writes them. */
import { createHash } from 'node:crypto';
import type { Files } from '@gongkai/platform/ports.ts';
import { fileHeaders } from './response-headers.ts';

export interface PublicFile {
  body: Buffer;
  etag: string;
  /** Of an answer that carries the body, without content-length. */
  headers: readonly (readonly [name: string, value: string])[];
  /** The same as a flat list, with content-length, as node:http takes it. */
  rawHeaders: string[];
}

export interface PublicFiles {
  read(path: string): Promise<PublicFile | undefined>;
  /** What is in memory; never waits. */
  cached(path: string): PublicFile | undefined;
  invalidate(key: string): void;
  /** Forgets everything: somebody else wrote. */
  clear(): void;
}

/** Keys we make are ASCII and no segment begins with a dot: anything else is not ours. */
const publicKey = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i;
const longestKey = 500;

/** `/` and `/…/` stand for their index pages. */
export const keyOf = (path: string): string => {
  const key = path.slice(1);
  return key === '' || key.endsWith('/') ? `${key}index.html` : key;
};

interface Slot {
  file: PublicFile;
  /** Asked for since the last clearing: survives it once (second chance). */
  used: boolean;
}

const defaultMaxBytes = 64 * 1024 * 1024;

/**
 * Paths begin with a slash. A file larger than an eighth of `maxBytes` is read each time, so that one download
 * does not push out a hundred pages.
 */
export function createPublicFiles(
  files: Pick<Files, 'get'>,
  { maxBytes = defaultMaxBytes }: { maxBytes?: number } = {},
): PublicFiles {
  const slots = new Map<string, Slot>();
  const reading = new Map<string, Promise<PublicFile | undefined>>();
  let bytes = 0;

  const forget = (key: string): void => {
    const slot = slots.get(key);
    if (!slot) return;
    slots.delete(key);
    bytes -= slot.file.body.length;
  };

  const makeRoom = (): void => {
    for (const [key, slot] of slots) {
      if (bytes <= maxBytes) return;
      forget(key);
      if (!slot.used) continue;
      slots.set(key, { file: slot.file, used: false });
      bytes += slot.file.body.length;
    }
  };

  const keep = (key: string, file: PublicFile): void => {
    if (file.body.length > maxBytes / 8) return;
    forget(key);
    slots.set(key, { file, used: false });
    bytes += file.body.length;
    makeRoom();
  };

  const load = (key: string): Promise<PublicFile | undefined> => {
    const running = reading.get(key);
    if (running) return running;
    const run = readFile(files, key)
      .then((file) => {
        // Invalidated while being read: whoever asked before the write may have it, nobody after.
        if (file && reading.get(key) === run) keep(key, file);
        return file;
      })
      .finally(() => {
        if (reading.get(key) === run) reading.delete(key);
      });
    reading.set(key, run);
    return run;
  };

  const cached = (path: string): PublicFile | undefined => {
    const slot = slots.get(keyOf(path));
    if (slot) slot.used = true;
    return slot?.file;
  };

  return {
    cached,
    async read(path) {
      const key = keyOf(path);
      if (key.length > longestKey || !publicKey.test(key)) return undefined;
      return cached(path) ?? load(key);
    },
    invalidate(key) {
      reading.delete(key);
      forget(key);
    },
    clear() {
      reading.clear();
      slots.clear();
      bytes = 0;
    },
  };
}

async function readFile(files: Pick<Files, 'get'>, key: string): Promise<PublicFile | undefined> {
  const found = await files.get('public', key);
  if (!found) return undefined;
  // Not from Node's pool: a small page would keep a whole slab of it, several times what is counted.
  const body = Buffer.allocUnsafeSlow(found.body.length);
  body.set(found.body);
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  const headers = fileHeaders(key, found, etag);
  return { body, etag, headers, rawHeaders: [...headers.flat(), 'content-length', String(body.length)] };
}
