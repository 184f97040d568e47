/** Files that count the requests S3 would charge for. Deleting is free. */
import type { Files } from '@gongkai/platform/ports.ts';

export interface FileCounts {
  /** PUT, COPY, LIST. */
  filePuts: number;
  fileGets: number;
  fileBytes: number;
}

export const noFileCounts = (): FileCounts => ({ filePuts: 0, fileGets: 0, fileBytes: 0 });

export const countingFiles = (files: Files, counts: FileCounts): Files => ({
  ...files,
  async put(area, key, body, options) {
    counts.filePuts++;
    counts.fileBytes += body.byteLength;
    await files.put(area, key, body, options);
  },
  async copy(from, to, options) {
    counts.filePuts++;
    await files.copy(from, to, options);
  },
  async list(area, prefix, options) {
    counts.filePuts++;
    return files.list(area, prefix, options);
  },
  async get(area, key) {
    counts.fileGets++;
    return files.get(area, key);
  },
  async head(area, key) {
    counts.fileGets++;
    return files.head(area, key);
  },
});
