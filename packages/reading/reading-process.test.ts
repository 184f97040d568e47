import { describe, expect, it } from 'vitest';
import { formBomb, makePdf } from '../../test/fixtures/documents.ts';
import { readDocument } from './read-document.ts';
import { workerFile } from './reading-process.ts';

const textOf = async (file: Uint8Array, timeoutMs = 20_000): Promise<string> => {
  const result = await readDocument(file, { timeoutMs });
  return result.ok ? result.text : result.code;
};

describe('the processes that read files', () => {
  it('answer each question with its own file, however many are asked at once', async () => {
    const texts = ['one', 'two', 'three', 'four', 'five'];
    const files = await Promise.all(texts.map((text) => makePdf(text)));
    expect(await Promise.all(files.map((file) => textOf(file)))).toEqual(texts);
  });

  it('are ended when the time is over, and the next file is read by a new one', async () => {
    // Takes hundreds of times as long as the timer.
    const long = await makePdf('line\n'.repeat(5_000));
    expect(await textOf(long, 1)).toBe('too-slow');
    expect(await textOf(await makePdf('text'))).toBe('text');
  });

  it('are ended when a file takes all memory, and the next file is read by a new one', async () => {
    expect(await textOf(formBomb())).toBe('too-large');
    expect(await textOf(await makePdf('text'))).toBe('text');
  });

  it('leave the program free while they read', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await textOf(await makePdf('line\n'.repeat(5_000)));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('run from their source where no bundle lies beside', () => {
    expect(workerFile().pathname).toMatch(/reading-worker\.ts$/);
  });
});
