import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

describe('mutated files of every format', () => {
  it('are read or refused in words, and never end a reader by a fault of its own', async () => {
    const fuzzed = await fuzz(150, 20_260_901);
    expect(fuzzed.faults).toEqual([]);
    expect(fuzzed.files).toBe(150);
    // Mutations that change nothing, or leave nothing, would prove nothing.
    expect(fuzzed.read).toBeGreaterThan(30);
    expect(fuzzed.files - fuzzed.read).toBeGreaterThan(30);
    expect(Object.keys(fuzzed.perFormat)).toEqual(
      expect.arrayContaining([
        'docx',
        'doc',
        'pdf',
        'ofd',
        'rtf',
        'html',
        'xlsx',
        'xls',
        'csv',
        'txt',
        'pptx',
        'zip',
        'image',
      ]),
    );
  });
});
