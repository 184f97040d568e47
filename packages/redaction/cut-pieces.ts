/** Cuts texts out of pieces that are read together: runs of a paragraph, cells of a row, lines of a file. */
import { endOf, fold, folded } from './fold.ts';
import { findAll } from './find-all.ts';
import { cutBlock, type TextRemoval } from './removal.ts';

export interface Piece {
  text: string;
  /** What parts it from the piece before: nothing, the border of a cell, the end of a line. */
  before: '' | '\t' | '\n';
}

interface Span {
  start: number;
  end: number;
  put: string;
}

/** Longer texts are found across cells too: people split numbers over columns. Two short cells are no name. */
const reachesAcrossCells = 6;

/** The texts of the pieces without what is to go. `removed` counts the places. */
export function cutPieces(
  pieces: readonly Piece[],
  removals: readonly TextRemoval[],
): { texts: string[]; removed: number } {
  const whole = pieces.map((p, i) => (i === 0 ? '' : p.before) + p.text).join('');
  const spans = merge(spansIn(whole, removals));
  const texts: string[] = [];
  let at = 0;
  let next = 0;
  for (const [i, { text, before }] of pieces.entries()) {
    const start = at + (i === 0 ? 0 : before.length);
    at = start + text.length;
    while (next < spans.length && spans[next]!.end <= start) next++;
    texts.push(without(whole, start, at, spans, next));
  }
  return { texts, removed: spans.length };
}

function without(whole: string, start: number, end: number, spans: readonly Span[], first: number): string {
  let result = '';
  let at = start;
  for (let i = first; i < spans.length && spans[i]!.start < end; i++) {
    const span = spans[i]!;
    // What is put instead stands where the span begins; pieces it goes on in lose their share.
    if (span.start >= start) result += whole.slice(at, span.start) + span.put;
    at = Math.min(span.end, end);
  }
  return result + whole.slice(at, end);
}

function spansIn(whole: string, removals: readonly TextRemoval[]): Span[] {
  const puts = new Map(removals.map(({ text, put }) => [folded(text), put]));
  const { text, at, cell } = fold(whole);
  return findAll(text, puts.keys())
    .map(({ needle, start }) => ({ needle, start, last: start + needle.length - 1 }))
    .filter(({ needle, start, last }) => needle.length >= reachesAcrossCells || cell[start] === cell[last])
    .map(({ needle, start, last }) => ({
      start: at[start]!,
      end: endOf(whole, at[last]!),
      put: puts.get(needle)!,
    }));
}

/** What overlaps is one place; two masks in one place would tell more than either. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (!last || span.start >= last.end) merged.push({ ...span });
    else if (span.end > last.end || span.put !== last.put) {
      last.end = Math.max(span.end, last.end);
      last.put = cutBlock;
    }
  }
  return merged;
}
