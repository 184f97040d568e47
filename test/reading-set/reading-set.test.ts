import { describe, expect, it } from 'vitest';
import { readingSet } from './documents/index.ts';
import { shortfalls } from './floors.ts';
import { measure } from './measure.ts';

describe('the labelled set', () => {
  it('holds at least 80 documents of different names', () => {
    expect(new Set(readingSet.map((d) => d.id)).size).toBe(readingSet.length);
    expect(readingSet.length).toBeGreaterThanOrEqual(80);
  });

  it.each(['txt gb18030', 'docx'])('is read as well as promised from %s', async (format) => {
    const measured = await measure([format]);
    expect(measured.refused).toEqual([]);
    expect({ short: shortfalls(measured), misses: measured.misses }).toMatchObject({ short: [] });
  });
});
