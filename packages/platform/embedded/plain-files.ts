/**
 * Public files as plain files: below `www/` under their own keys, for any web server. `about/` has type and download
 * name where neither the key nor another file implies them: a new file costs more than its bytes. No file is seen half
 * written.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { opendir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import * as z from 'zod';
import { isFileKey } from '../file-key.ts';
import type { Files } from '../ports.ts';
import { isMissing, moveInto } from './write-file.ts';

const aboutSchema = z.object({ contentType: z.string(), downloadName: z.string().exactOptional() });
type About = z.infer<typeof aboutSchema>;
export type PlainFile = About & { body: Uint8Array };

export interface Implied {
  typeOf(key: string): string;
  /** True where `nameOf` finds a name. */
  isDownload(key: string): boolean;
  nameOf(key: string, read: (key: string) => Promise<string | undefined>): Promise<string | undefined>;
}

export interface PlainFiles {
  /**
   * Resolves before it is on the disk: what a power cut takes, the owner writes anew. Asks `isCurrent` in the moment it
   * would show the new file, and shows nothing where that is no longer so.
   */
  write(key: string, file: PlainFile, isCurrent?: () => boolean): Promise<void>;
  /** Absent is fine. */
  remove(key: string): void;
  get: Files['get'];
  /** Of every file, in no order. */
  keys(): AsyncGenerator<string>;
  /** Whether the folder holds everything it should, or a note about the rest exists elsewhere. */
  isWhole(): boolean;
  declareWhole(): void;
}

/** A site made anew is mostly as it was: reading costs a tenth of writing. */
const holds = (path: string, body: Uint8Array): boolean =>
  statSync(path, { throwIfNoEntry: false })?.size === body.length && readFileSync(path).equals(body);

const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString();

export function createPlainFiles(folder: string, implied: Implied): PlainFiles {
  const pathOf = (key: string): string => join(folder, 'www', key);
  const aboutOf = (key: string): string => join(folder, 'about', `${key}.json`);
  const whole = join(folder, 'whole');
  const beside = join(folder, `being-written-${process.pid}`);
  let last: Promise<unknown> = Promise.resolve();
  /** A new file may wait for the disk: in no thread of ours, and one after the other. */
  const replace = (path: string, body: Uint8Array, isCurrent: () => boolean): Promise<void> => {
    const one = last.then(async () => {
      if (holds(path, body)) return;
      await writeFile(beside, body);
      if (isCurrent()) moveInto(beside, path);
    });
    last = one.catch(() => undefined);
    return one;
  };
  const remove = (key: string): void => {
    rmSync(pathOf(key), { force: true });
    rmSync(aboutOf(key), { force: true });
  };
  const read = async (key: string): Promise<Uint8Array | undefined> => {
    try {
      return await readFile(pathOf(key));
    } catch (error) {
      if (isMissing(error) || (error as NodeJS.ErrnoException).code === 'EISDIR') return undefined;
      throw error;
    }
  };
  const about = async (key: string): Promise<About> => {
    if (existsSync(aboutOf(key))) return aboutSchema.parse(JSON.parse(readFileSync(aboutOf(key), 'utf8')));
    const downloadName = await implied.nameOf(key, async (k) => text(await read(k)));
    return { contentType: implied.typeOf(key), ...(downloadName === undefined ? {} : { downloadName }) };
  };

  return {
    async write(key, { body, contentType, downloadName }, isCurrent = () => true) {
      const isImplied =
        contentType === implied.typeOf(key) && (downloadName !== undefined) === implied.isDownload(key);
      try {
        if (!isImplied)
          await replace(aboutOf(key), Buffer.from(JSON.stringify({ contentType, downloadName })), isCurrent);
        await replace(pathOf(key), body, isCurrent);
      } catch (error) {
        // An outdated file may show what was withdrawn; its room also lets the next try succeed.
        remove(key);
        throw error;
      }
    },
    remove,
    async get(area, key) {
      if (area !== 'public' || !isFileKey(key)) return undefined;
      const body = await read(key);
      return body && { body, size: body.length, ...(await about(key)) };
    },
    async *keys() {
      const root = join(folder, 'www');
      if (!existsSync(root)) return;
      for await (const entry of await opendir(root, { recursive: true }))
        if (entry.isFile()) yield relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
    },
    isWhole: () => existsSync(whole),
    declareWhole() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(whole, '');
    },
  };
}
