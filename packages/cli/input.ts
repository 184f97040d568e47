/** Files named on the command line; `-` is standard input. */
import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { InputRefused } from '@gongkai/domain/errors.ts';

/** Throws {@link InputRefused} when the file cannot be read. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin);
  try {
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputRefused(
      code === 'ENOENT' ? `没有这个文件：${file}` : `文件 ${file} 无法读取（${code ?? '未知原因'}）。`,
    );
  }
}

/** Throws {@link InputRefused} when the file cannot be written. */
export async function writeText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputRefused(`不能写入文件 ${file}（${code ?? '未知原因'}），请检查目录是否存在、是否有权限。`);
  }
}

/** One line of JSON. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};
export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Runs `each` for every file; a refused one is reported and the rest go on. Exit code 1 if any was refused. */
export async function forEachFile(
  files: readonly string[],
  json: boolean,
  each: (file: string) => Promise<boolean>,
): Promise<void> {
  for (const file of files) {
    try {
      if (!(await each(file))) process.exitCode = 1;
    } catch (error) {
      if (!(error instanceof InputRefused)) throw error;
      process.exitCode = 1;
      if (json) printJson({ file, error: { code: 'unreadable-file', message: error.message } });
      process.stderr.write(`${error.message}\n`);
    }
  }
}
