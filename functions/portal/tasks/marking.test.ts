import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellRanges, partsOf, piecesOf } from './marking.ts';

const span = (id: string, start: number, end: number, severity: 'block' | 'review' | 'note' = 'review') => ({
  id,
  start,
  end,
  severity,
});

describe('marking a text', () => {
  it('cuts it at the borders of what was found', () => {
    expect(piecesOf('甲乙丙丁', [span('f1', 1, 3)])).toEqual([
      { text: '甲', begins: [] },
      { text: '乙丙', severity: 'review', begins: ['f1'] },
      { text: '丁', begins: [] },
    ]);
  });

  it('shows the worse of two that overlap, and where each begins', () => {
    expect(piecesOf('甲乙丙丁', [span('f1', 0, 4, 'note'), span('f2', 1, 2, 'block')])).toEqual([
      { text: '甲', severity: 'note', begins: ['f1'] },
      { text: '乙', severity: 'block', begins: ['f2'] },
      { text: '丙丁', severity: 'note', begins: [] },
    ]);
  });

  it('marks a finding over two cells in both', () => {
    const [first, second] = cellRanges({ kind: 'row', text: '甲乙\t丙', cells: ['甲乙', '丙'] });
    const across = [span('f1', 1, 4)];
    expect(piecesOf('甲乙\t丙', across, first!.start, first!.end).at(-1)).toMatchObject({ begins: ['f1'] });
    expect(piecesOf('甲乙\t丙', across, second!.start, second!.end)).toEqual([
      { text: '丙', severity: 'review', begins: ['f1'] },
    ]);
  });

  it('never loses or adds a character, whatever the offsets', () => {
    const offsets = fc.tuple(fc.integer({ min: -5, max: 30 }), fc.integer({ min: -5, max: 30 }));
    fc.assert(
      fc.property(fc.string(), fc.array(offsets), (text, places) => {
        const pieces = piecesOf(
          text,
          places.map(([a, b], i) => span(`f${i}`, a, b)),
        );
        expect(pieces.map((p) => p.text).join('')).toBe(text);
      }),
    );
  });
});

describe('the parts of a page', () => {
  const row = (text: string) => ({ kind: 'row' as const, text, cells: text.split('\t') });
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });

  it('joins rows that follow each other into a table', () => {
    const parts = partsOf([row('a'), row('b'), paragraph('c'), row('d')], new Set());
    expect(parts.map((p) => p.kind)).toEqual(['table', 'text', 'table']);
    expect(parts[0]).toMatchObject({ rows: [{ index: 0 }, { index: 1 }] });
  });

  it('leaves out the middle of what is too long, but nothing with a finding', () => {
    const parts = partsOf(
      ['aaaa', 'bbbb', 'cccc', 'dddd'].map((t) => paragraph(t)),
      new Set([2]),
      4,
    );
    expect(parts).toEqual([
      expect.objectContaining({ index: 0 }),
      { kind: 'gap', blocks: 1 },
      expect.objectContaining({ index: 2 }),
      { kind: 'gap', blocks: 1 },
    ]);
  });
});
