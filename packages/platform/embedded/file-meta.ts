/** What is known of a file beyond its bytes; nothing is written when its name already tells. */
import { readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as z from 'zod';
import type { Area, PutOptions } from '../ports.ts';
import { isMissing, writeFile } from './write-file.ts';

const schema = z.object({ contentType: z.string(), downloadName: z.string().exactOptional() });
type Meta = z.infer<typeof schema>;

const typeByExtension: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.xml': 'application/xml',
};
const typeByName = (key: string): string => typeByExtension[extname(key)] ?? 'application/octet-stream';

export function createFileMeta(folder: string, temporary: string) {
  // No key contains a percent sign: a sidecar is never taken for the folder of another one.
  const pathOf = (area: Area, key: string): string => join(folder, area, `${key}%.json`);
  const remove = (area: Area, key: string): void => rmSync(pathOf(area, key), { force: true });
  return {
    get(area: Area, key: string): Meta {
      try {
        return schema.parse(JSON.parse(readFileSync(pathOf(area, key), 'utf8')));
      } catch (error) {
        if (isMissing(error)) return { contentType: typeByName(key) };
        throw error;
      }
    },
    /** Before the file itself: what a kill leaves behind is at most a note about a file that is not there. */
    async put(area: Area, key: string, { contentType, downloadName }: PutOptions): Promise<void> {
      if (contentType === typeByName(key) && downloadName === undefined) return remove(area, key);
      const note: Meta = { contentType, ...(downloadName === undefined ? {} : { downloadName }) };
      await writeFile(pathOf(area, key), temporary, JSON.stringify(note), area !== 'public');
    },
    delete: remove,
  };
}
