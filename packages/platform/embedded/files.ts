/**
 * Files in a folder: one tree per area, ready to be served or backed up as they are. What a name cannot tell (an
 * unusual content type, a download name) stands in a tree beside, `meta/`.
 */
import { mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotFound } from '@gongkai/domain/errors.ts';
import { checkFileKey, isFileKey } from '../file-key.ts';
import type { Area, Clock, FileHead, Files, PutOptions } from '../ports.ts';
import { linkFile } from './link-file.ts';
import { listKeys } from './list-keys.ts';
import { createFileMeta } from './file-meta.ts';
import { signPolicy } from './post-policy.ts';
import { emptyTemporary } from './temporary.ts';
import { isMissing, writeFile } from './write-file.ts';

export interface FolderFilesOptions {
  folder: string;
  /** Where the inbox handler answers, e.g. `https://county.example/inbox`. */
  baseUrl: string;
  policyKey: Uint8Array;
  clock: Clock;
}

/** Smaller files are read in one go: cheaper than the thread pool. */
const smallBytes = 1024 * 1024;

/**
 * A key may not be the folder of another one (`a` beside `a/b`): S3 allows that, folders do not. `cacheControl` is
 * not kept; the machine's own web server decides. The inbox and the records are for the owner's eyes only (0700).
 */
export function createFolderFiles({ folder, baseUrl, policyKey, clock }: FolderFilesOptions): Files {
  const temporary = join(folder, 'temp');
  for (const area of ['inbox', 'records', 'temp', 'meta'])
    mkdirSync(join(folder, area), { recursive: true, mode: 0o700 });
  mkdirSync(join(folder, 'public'), { recursive: true });
  emptyTemporary(temporary);
  const meta = createFileMeta(join(folder, 'meta'), temporary);
  const pathOf = (area: Area, key: string): string => join(folder, area, key);

  const head = (area: Area, key: string): (FileHead & { downloadName?: string }) | undefined => {
    if (!isFileKey(key)) return undefined;
    const stat = statSync(pathOf(area, key), { throwIfNoEntry: false });
    return stat?.isFile() ? { size: stat.size, ...meta.get(area, key) } : undefined;
  };
  const removeEmpty = (area: Area, key: string): void => {
    for (let up = dirname(key); up !== '.'; up = dirname(up)) rmdirSync(pathOf(area, up));
  };

  return {
    async put(area, key, body, options) {
      checkFileKey(key);
      await meta.put(area, key, options);
      // What the county is trusted with is on the disk before it is acknowledged; pages can be written anew.
      await writeFile(pathOf(area, key), temporary, body, area !== 'public');
    },
    async get(area, key) {
      const known = head(area, key);
      if (!known) return undefined;
      try {
        const path = pathOf(area, key);
        const body = known.size <= smallBytes ? readFileSync(path) : await readFile(path);
        return { ...known, size: body.length, body };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async head(area, key) {
      const known = head(area, key);
      return known && { size: known.size, contentType: known.contentType };
    },
    async list(area, prefix, { limit, after }) {
      const keys = listKeys(join(folder, area), prefix, after, limit + 1);
      const items = keys.slice(0, limit);
      return { items, ...(keys.length > limit && items.length > 0 ? { next: items.at(-1)! } : {}) };
    },
    async copy(from, to, options: PutOptions) {
      checkFileKey(from.key);
      checkFileKey(to.key);
      if (!head(from.area, from.key)) throw new NotFound(`文件 ${from.area}/${from.key} 不存在`);
      await meta.put(to.area, to.key, options);
      linkFile(pathOf(from.area, from.key), pathOf(to.area, to.key), temporary);
    },
    async delete(area, key) {
      checkFileKey(key);
      meta.delete(area, key);
      try {
        unlinkSync(pathOf(area, key));
        removeEmpty(area, key);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        // Not there, only a folder of that name, or other files left in the folder: all fine.
        if (!isMissing(error) && !['EISDIR', 'EPERM', 'ENOTEMPTY', 'EEXIST'].includes(code ?? ''))
          throw error;
      }
    },
    async presignPost(policy) {
      checkFileKey(policy.key);
      if (policy.expiresAt <= clock.now()) throw new RangeError('a post policy must expire in the future');
      return { url: baseUrl, fields: signPolicy(policy, policyKey) };
    },
  };
}
