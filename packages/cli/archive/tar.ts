/** One tar file, written and read as a stream: neither needs the memory of what is inside. */
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, pack } from 'tar-stream';
import { InputRefused } from '@gongkai/domain/errors.ts';

export type AddEntry = (name: string, size: number, chunks: Iterable<Uint8Array>) => Promise<void>;

/** There whole or not at all; for its owner's eyes only. */
export async function writeTar(file: string, fill: (add: AddEntry) => Promise<void>): Promise<void> {
  const beside = `${file}.part`;
  const tar = pack();
  const writing = pipeline(Readable.from(tar), createWriteStream(beside, { mode: 0o600 }));
  const add: AddEntry = (name, size, chunks) =>
    new Promise((resolve, reject) => {
      // No time of its own: the same content is the same bytes.
      const entry = tar.entry({ name, size, mtime: new Date(0), mode: 0o600 }, (error) =>
        error ? reject(error) : resolve(),
      );
      entry.on('error', reject);
      void pour(chunks, entry).catch(reject);
    });
  try {
    await Promise.race([fill(add), writing]);
    tar.finalize();
    await writing;
    await rename(beside, file);
  } catch (error) {
    tar.destroy(error as Error);
    await writing.catch(() => undefined);
    await rm(beside, { force: true });
    throw writingFailed(error, file);
  }
}

const drained = (sink: Sink): Promise<void> =>
  new Promise((resolve) => {
    const goOn = (): void => {
      sink.off('drain', goOn);
      sink.off('close', goOn);
      resolve();
    };
    sink.on('drain', goOn);
    sink.on('close', goOn);
  });

interface Sink {
  write(chunk: Uint8Array): boolean;
  end(data: null): unknown;
  on(event: 'drain' | 'close', then: () => void): unknown;
  off(event: 'drain' | 'close', then: () => void): unknown;
  readonly destroyed: boolean;
}

/** Whoever broke off reads or writes no more: then it stops too. */
async function pour(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, sink: Sink): Promise<void> {
  for await (const chunk of chunks) {
    if (sink.destroyed) return;
    if (!sink.write(chunk)) await drained(sink);
  }
  sink.end(null);
}

const writingFailed = (error: unknown, file: string): unknown => {
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = {
    ENOENT: '没有这个目录',
    EACCES: '没有写入权限',
    ENOSPC: '磁盘空间不足',
    EISDIR: '是一个目录',
  }[code ?? ''];
  if (reason === undefined || (path !== undefined && path !== `${file}.part` && path !== file)) return error;
  return new InputRefused(`无法写入 ${file}：${reason}。`, { cause: error });
};

/** Entries in their order; each must be read to its end. Throws {@link InputRefused} when the file is not whole. */
export async function readTar(
  file: string,
  each: (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  const tar = extract();
  const reading = pour(createReadStream(file), tar);
  reading.catch((error: Error) => {
    tar.destroy(error);
  });
  let refusal: { error: unknown } | undefined;
  try {
    for await (const entry of tar)
      await each(entry.header.name, whole(entry as AsyncIterable<Uint8Array>, file)).catch(
        (error: unknown) => {
          refusal = { error };
          throw error;
        },
      );
    await reading;
  } catch (error) {
    tar.destroy(error as Error);
    await reading.catch(() => undefined);
    throw refusal ? refusal.error : readingFailed(error, file);
  }
}

async function* whole(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw readingFailed(error, file);
  }
}

const readingFailed = (error: unknown, file: string): InputRefused =>
  (error as NodeJS.ErrnoException).code === 'ENOENT'
    ? new InputRefused(`没有这个文件：${file}`)
    : new InputRefused(
        `${file} 不是 gongkai export --all 导出的文件，或者已经损坏。请换一份完整的归档再导入。`,
        {
          cause: error,
        },
      );
